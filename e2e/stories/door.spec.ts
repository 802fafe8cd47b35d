/** An evening at two doors: one ticket filmed at both without a network, and the other answers there are. */
import { announce, atDoor, filmTicket, forged, goOn, openDoor, sell, switchOff } from './lib/door'
import { inspect, inspectPassing, KIOSK_SIZES, PHOTOGRAPHS } from './lib/inspect'
import { expect, test } from './lib/story'

test('one ticket at two doors without a network counts once, and a review shows both', async ({
  openKiosk,
  harbour,
  desk,
}) => {
  test.setTimeout(150_000)
  const hamlet = await announce(harbour)
  const mara = await sell(harbour, hamlet, 'Mara Klein', 2)
  const theo = await sell(harbour, hamlet, 'Theo Weiss', 1)
  const nora = await sell(harbour, hamlet, 'Nora Blum', 4)
  const [north, south] = [await openKiosk(), await openKiosk()]
  const { page } = north
  await page.clock.install()
  /** Answers look as they do at the counter, where axe sees them; pictures are for people. */
  const look = async (name: string): Promise<void> => {
    if (PHOTOGRAPHS) await inspectPassing(page, name, KIOSK_SIZES)
  }

  const doors = await test.step('each chooses the evening once', async () => {
    const second = await openDoor(south, harbour, hamlet)
    await switchOff(south)
    const first = await openDoor(north, harbour, hamlet)
    await inspect(page, 'door-home', KIOSK_SIZES)
    return [first.label, second.label]
  })

  await test.step('without a network one door says come in, and so does the other', async () => {
    for (const door of [north, south]) await door.page.context().setOffline(true)
    await north.says('offline', 0)
    await filmTicket(north, mara.token)
    await north.seesVerdict('Come in', 'saved')
    await look('door-come-in')
    await atDoor(north)
    await expect(page.locator('[data-last="ok"]')).toContainText(/Mara Klein.*2 of 2/)
    await switchOff(north)
    // It starts without a network, too, at the evening that was chosen.
    await south.open()
    await filmTicket(south, mara.token)
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

  await test.step('a yellow answer, and a red one that names nobody', async () => {
    await filmTicket(north, mara.token)
    await north.seesVerdict('Already in')
    await expect(north.verdict).toContainText(`${doors[0]}.`)
    await look('door-already')
    await goOn(north)
    await filmTicket(north, forged(theo))
    await north.seesVerdict('Not genuine')
    await expect(north.verdict).not.toContainText('Theo Weiss')
    await look('door-forged')
    await goOn(north)
  })

  await test.step('a party that is too large: so many as fit, then it is full', async () => {
    await filmTicket(north, nora.token)
    await north.seesVerdict('Not all fit')
    await expect(north.verdict).toContainText('Only 3 places are left')
    await look('door-not-all')
    await north.button('Let fewer in').click()
    await north.button('Let 3 in').click()
    await north.seesVerdict('Come in', 'confirmed')
    await filmTicket(north, theo.token)
    await north.seesVerdict('Full')
    await look('door-full')
    await goOn(north)
  })

  await test.step('out; let in and taken back', async () => {
    // Shown again sooner than this, a code counts as never gone.
    await page.clock.fastForward(2_500)
    await page.getByRole('radio', { name: 'Out' }).check()
    await filmTicket(north, mara.token)
    await north.seesVerdict('Goodbye', 'confirmed')
    await atDoor(north)
    await expect(page.locator('[data-inside="4"]')).toBeVisible()
    await page.getByRole('radio', { name: 'In' }).check()
    await filmTicket(north, theo.token)
    await north.seesVerdict('Come in', 'confirmed')
    await north.button('Undo').first().click()
    await north.seesVerdict('Undone')
    await atDoor(north)
    await expect(page.locator('[data-inside="4"]')).toBeVisible()
  })
})
