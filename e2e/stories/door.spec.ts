/** An evening at two doors: one ticket filmed at both without a network, and the other answers there are. */
import { must, unique, type Shop, type Thing } from '../harness/shop'
import { inspect, inspectPassing, KIOSK_SIZES, PHOTOGRAPHS } from './lib/inspect'
import type { KioskScreen } from './lib/kiosk-screen'
import { expect, test } from './lib/story'

interface Evening extends Thing {
  readonly title: string
}

/** Five places; whoever leaves may come back. */
async function evening({ owner }: Shop): Promise<Evening> {
  const body = {
    title: `Hamlet ${unique()}`,
    starts_at: new Date(Date.now() + 3_600_000).toISOString(),
    capacity: 5,
    reentry: true,
    pin_required: false,
  }
  const answer = await owner.post<{ performance: Evening }>('/merchant/performances', body)
  return must(answer, 201).performance
}

/** Books a party and answers the token of its ticket. */
async function sell({ owner }: Shop, { id }: Evening, name: string, party_size: number) {
  const body = { performance_id: id, name, party_size }
  return must(await owner.post<{ token: string }>('/merchant/tickets', body), 201).token
}

/** Pairs a tablet for the door and chooses the evening. Answers what the door is called. */
async function openDoor(kiosk: KioskScreen, shop: Shop, { title }: Evening): Promise<string> {
  const { pairing, device } = await shop.pairing(['door'])
  await kiosk.open()
  await kiosk.camera.show(JSON.stringify(pairing))
  await expect(kiosk.screen('shift')).toBeVisible({ timeout: 15_000 })
  await kiosk.camera.hide()
  await kiosk.button(new RegExp(title)).click()
  await atDoor(kiosk)
  return device.label
}

async function atDoor(kiosk: KioskScreen): Promise<void> {
  await expect(kiosk.page.locator('[data-screen="door"]:not([inert])')).toBeVisible({
    timeout: 15_000,
  })
  await expect(kiosk.page.locator('[data-camera="live"]').first()).toBeVisible()
}

/** Shows a ticket until it was taken, and takes it out of view. */
async function film(kiosk: KioskScreen, token: string): Promise<void> {
  await atDoor(kiosk)
  await kiosk.camera.show(`${kiosk.server.setting.env['PUBLIC_URL']}/t/${token}`)
  await expect(kiosk.page.locator('[data-screen="door"][inert]')).toBeVisible()
  await kiosk.camera.hide()
}

/** All tablets of a test film one picture: whichever is not meant to is off. */
async function switchOff({ page }: KioskScreen): Promise<void> {
  await page.goto('about:blank')
}

test('one ticket at two doors without a network counts once, and a review shows both', async ({
  openKiosk,
  harbour,
  desk,
}) => {
  test.setTimeout(150_000)
  const hamlet = await evening(harbour)
  const mara = await sell(harbour, hamlet, 'Mara Klein', 2)
  const theo = await sell(harbour, hamlet, 'Theo Weiss', 1)
  const nora = await sell(harbour, hamlet, 'Nora Blum', 4)
  const [north, south] = [await openKiosk(), await openKiosk()]
  const { page } = north
  if (PHOTOGRAPHS) await page.clock.install()
  /** Answers look as they do at the counter, where axe sees them; pictures are for people. */
  const look = async (name: string): Promise<void> => {
    if (PHOTOGRAPHS) await inspectPassing(page, name, KIOSK_SIZES)
  }

  const doors = await test.step('each chooses the evening once', async () => {
    const second = await openDoor(south, harbour, hamlet)
    await switchOff(south)
    const first = await openDoor(north, harbour, hamlet)
    await inspect(page, 'door-home', KIOSK_SIZES)
    return [first, second]
  })

  await test.step('without a network one door says come in, and so does the other', async () => {
    for (const door of [north, south]) await door.page.context().setOffline(true)
    await north.says('offline', 0)
    await film(north, mara)
    await north.seesVerdict('Come in', 'saved')
    await look('door-come-in')
    await atDoor(north)
    await expect(page.locator('[data-last="ok"]')).toContainText(/Mara Klein.*2 of 2/)
    await switchOff(north)
    // It starts without a network, too, at the evening that was chosen.
    await south.open()
    await film(south, mara)
    await south.seesVerdict('Come in', 'saved')
    await atDoor(south)
  })

  await test.step('with the network back one counts, the other stands in review', async () => {
    await page.context().setOffline(false)
    await north.open()
    await north.says('online', 0, 30_000)
    await south.page.context().setOffline(false)
    await south.says('online', 0, 30_000)
    await south.page.close()
    await desk.go('Reviews')
    const row = desk.page.getByRole('row', { name: /One ticket, two doors/ })
    await row.first().getByRole('button').click()
    for (const label of doors) await expect(desk.panel).toContainText(label)
    await expect(desk.panel).toContainText('Mara Klein')
  })

  await test.step('a yellow answer, and two red ones', async () => {
    await film(north, mara)
    await north.seesVerdict('Already in')
    await expect(north.verdict).toContainText(`${doors[0]}.`)
    await look('door-already')
    await north.button('Continue').click()
    await film(
      north,
      theo.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')),
    )
    await north.seesVerdict('Not genuine')
    await look('door-forged')
    await north.button('Continue').click()
    await film(north, nora)
    await north.seesVerdict('Full')
    await look('door-full')
    await north.button('Continue').click()
  })

  await test.step('let in and taken back; out and in again', async () => {
    await film(north, theo)
    await north.seesVerdict('Come in', 'confirmed')
    await north.button('Undo').first().click()
    await north.seesVerdict('Undone')
    await atDoor(north)
    await page.getByRole('radio', { name: 'Out' }).check()
    await film(north, mara)
    await north.seesVerdict('Goodbye', 'confirmed')
    await atDoor(north)
    await expect(page.locator('[data-inside="1"]')).toBeVisible()
  })
})
