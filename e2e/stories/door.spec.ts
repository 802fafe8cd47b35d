/** An evening at two doors: one ticket filmed at both without a network, and the other answers there are. */
import type { Page } from 'playwright/test'
import { MailServer } from '../harness/mail-server'
import { must, type Shop, unique } from '../harness/shop'
import { announce, atDoor, filmTicket, forged, goOn, openDoor, sell, switchOff } from './lib/door'
import { inspect, inspectPassing, KIOSK_SIZES, PHOTOGRAPHS } from './lib/inspect'
import { expect, test } from './lib/story'

test.use({ serviceWorkers: 'allow' })

const send = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Books for two on the programme, confirms by the mail that came, and reads the ticket's code. */
async function bookByMail(page: Page, mails: MailServer, { owner }: Shop, title: string) {
  const email = `${unique().toLowerCase()}@guest.example`
  const mailed = async (path: string): Promise<string> => {
    await expect.poll(() => mails.linkTo(email, path), { timeout: 15_000 }).toBeDefined()
    return mails.linkTo(email, path) ?? ''
  }
  const found = await owner.get<{ booking_page: { url: string } }>('/merchant/booking-page')
  await page.goto(must(found, 200).booking_page.url)
  await page.getByRole('link', { name: `Book seats: ${title}` }).click()
  await page.getByLabel('Your name').fill('Mara Klein')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('How many people?').fill('2')
  await send(page, 'Book')
  await page.goto(await mailed('confirm'))
  await send(page, 'Yes, I am coming')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your ticket')
  const ticket = await mailed('t')
  await page.goto(ticket)
  await expect(page.getByRole('main')).toContainText('2 people')
  return { token: ticket.slice(ticket.lastIndexOf('/') + 1) }
}

/** Makes the page's cameras say that they have a light; answers what it was told to do. */
async function giveLight(page: Page): Promise<() => Promise<unknown>> {
  await page.addInitScript(() => {
    const told: unknown[] = []
    Object.assign(MediaStreamTrack.prototype, {
      getCapabilities: () => ({ torch: true }),
      applyConstraints: async ({ advanced }: MediaTrackConstraints) => told.push(advanced?.[0]),
    })
    Object.assign(window, { told })
  })
  return () => page.evaluate(() => 'told' in window && window.told)
}

test('one ticket at two doors without a network counts once, and a review shows both', async ({
  openKiosk,
  openContext,
  harbour,
  server,
  desk,
}) => {
  test.setTimeout(150_000)
  const hamlet = await announce(harbour, { listed: true, max_party: 4 })
  const mara = await test.step('booked, and confirmed from the mail', async () => {
    const mails = await MailServer.open()
    const env = { SMTP_URL: mails.url, MAIL_FROM: 'door@harbour.example' }
    const post = await server.startSibling(env)
    const guest = await openContext()
    const ticket = await bookByMail(await guest.newPage(), mails, harbour, hamlet.title)
    await post.close()
    await mails.close()
    return ticket
  })
  const theo = await sell(harbour, hamlet, 'Theo Weiss', 1)
  const nora = await sell(harbour, hamlet, 'Nora Blum', 4)
  const [north, south] = [await openKiosk(), await openKiosk()]
  const { page } = north
  await page.clock.install()
  const toldLight = await giveLight(page)
  /** Answers look as they do at the counter, where axe sees them; pictures are for people. */
  const look = async (name: string): Promise<void> => {
    if (PHOTOGRAPHS) await inspectPassing(page, name, KIOSK_SIZES)
  }

  const doors = await test.step('each chooses the evening once', async () => {
    const second = await openDoor(south, harbour, hamlet)
    await switchOff(south)
    const first = await openDoor(north, harbour, hamlet)
    return [first.label, second.label]
  })

  await test.step('a dark door has a light', async () => {
    await north.button('Light on').click()
    await expect(north.button('Light off')).toHaveAttribute('aria-pressed', 'true')
    await inspect(page, 'door-home', KIOSK_SIZES)
    await north.button('Light off').click()
    await expect(north.button('Light on')).toBeVisible()
    expect(await toldLight()).toEqual([{ torch: true }, { torch: false }])
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
    await expect(desk.panel).toContainText(/ apart/)
    await expect(desk.panel.getByText(/\d\d:\d\d/).nth(1)).toBeVisible()
    await desk.panel.getByText('Leave the count as it is').click()
    await desk.button('Leave the count as it is').click()
    await desk.seesToast('Settled')
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
