/** An evening in the console: announced, booked, filling at two doors, one ticket at both of them. */
import { must, unique, type Shop, type Thing } from '../harness/shop'
import type { TabletClient } from '../harness/tablet-client'
import { ConsoleScreen } from './lib/console-screen'
import { CONSOLE_SIZES, inspect } from './lib/inspect'
import { DESK, expect, test } from './lib/story'

const MINUTE = 60_000

interface Evening {
  readonly performance: Thing & { readonly title: string }
  readonly token: string
  readonly doors: readonly TabletClient[]
}

/** Tonight, with a ticket for four and a tablet at each of two doors. */
async function evening(shop: Shop): Promise<Evening> {
  const at = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString()
  const title = `Macbeth ${unique()}`
  const body = { title, starts_at: at(30), opens_at: at(-60), capacity: 80, pin_required: false }
  const made = await shop.owner.post<{ performance: Evening['performance'] }>(
    '/merchant/performances',
    body,
  )
  const { performance } = must(made, 201)
  const ticket = { performance_id: performance.id, name: 'Weber', party_size: 4 }
  const { token } = must(await shop.owner.post<{ token: string }>('/merchant/tickets', ticket), 201)
  return { performance, token, doors: [await shop.tablet(['door']), await shop.tablet(['door'])] }
}

const labelOf = (door: TabletClient | undefined) => door?.identity.device.label ?? ''

test('a performance is announced, guests are booked by hand and from a file', async ({ desk }) => {
  test.setTimeout(150_000)
  const { page } = desk
  const title = `Hamlet ${unique()}`
  await test.step('a venue, then an evening there', async () => {
    await desk.go('Shows & venues')
    await desk.button('Add a venue').click()
    await desk.dialog.getByRole('textbox', { name: 'Name' }).fill(`Cellar ${title}`)
    await desk.dialog.getByRole('textbox', { name: 'Capacity' }).fill('12')
    await desk.dialog.getByRole('button', { name: 'Add a venue' }).click()
    await expect(page.getByText(`Cellar ${title}`)).toBeVisible()
    await desk.go('Performances')
    await page.getByRole('link', { name: 'Announce a performance' }).first().click()
    await page.getByRole('textbox', { name: 'Title' }).fill(title)
    await page.getByLabel('Venue').and(page.getByRole('button')).click()
    await page.getByRole('option', { name: `Cellar ${title}` }).click()
    await expect(page.getByRole('textbox', { name: 'Capacity' })).toHaveValue('12')
    await page.getByLabel('Day', { exact: true }).fill('2031-03-30')
    await page.getByLabel('Starts at').fill('20:15')
    await inspect(page, 'performance-editor', CONSOLE_SIZES)
    await desk.button('Announce performance').click()
    await desk.seesToast(`${title} is announced`)
    await expect(page.getByRole('main')).toContainText('Sun 30 Mar 2031, 20:15')
  })

  await test.step('a booking is a ticket at once, with its code', async () => {
    await desk.button('Book a guest').click()
    await desk.dialog.getByLabel('Name').fill('Anne-Sophie de la Croix')
    await desk.dialog.getByRole('textbox', { name: 'E-mail' }).fill('anne@guest.example')
    await desk.dialog.getByRole('textbox', { name: 'People' }).fill('13')
    await desk.dialog.getByRole('button', { name: 'Book', exact: true }).click()
    await expect(desk.dialog).toContainText('This many no longer fit.')
    await desk.dialog.getByRole('textbox', { name: 'People' }).fill('4')
    await desk.dialog.getByRole('button', { name: 'Book', exact: true }).click()
    await expect(desk.dialog.getByRole('link', { name: 'Link of the ticket' })).toHaveAttribute(
      'href',
      /\/t\/v1\./,
    )
    await inspect(page, 'guest-ticket', CONSOLE_SIZES)
    await desk.dialog.getByRole('button', { name: 'Done' }).click()
  })

  await test.step('a file is looked at before it is booked', async () => {
    const choose = async (csv: string) => {
      const buffer = Buffer.from(csv)
      await page.locator('input[type=file]').setInputFiles({
        name: 'guests.csv',
        mimeType: 'text/csv',
        buffer,
      })
    }
    await desk.button('More').click()
    await page.getByRole('menuitem', { name: 'Import guests' }).click()
    await choose('name,party_size\nMeyer,many\n,2\n')
    await expect(desk.dialog).toContainText('2 things need mending first')
    await inspect(page, 'guest-import-errors', CONSOLE_SIZES)
    await choose('name,party_size,note\nMeyer,3,wheelchair\nOrtega,2,\n')
    await expect(desk.dialog).toContainText('2 new bookings, 5 people')
    await desk.button('Book 2 guests').click()
    await desk.seesToast('2 guests are booked')
  })

  await test.step('the list: found, changed, cancelled', async () => {
    await page.getByRole('tab', { name: 'Guest list' }).click()
    await expect(page.getByRole('row')).toHaveCount(4)
    await page.getByRole('searchbox').fill('mey')
    await page.getByRole('row', { name: /Meyer/ }).getByRole('button').click()
    await expect(desk.panel).toContainText('wheelchair')
    await desk.panel.getByRole('button', { name: 'Change' }).click()
    await desk.dialog.getByRole('textbox', { name: 'People' }).fill('2')
    await desk.dialog.getByRole('button', { name: 'Save' }).click()
    await desk.seesToast('Booking changed')
    await expect(desk.panel).toContainText('2 people')
    await inspect(page, 'guest-list', CONSOLE_SIZES)
    await desk.panel.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Cancel booking' }).click()
    await desk.dialog.getByRole('button', { name: 'Cancel booking' }).click()
    await expect(desk.panel).toContainText('Cancelled')
  })

  await test.step('paper: tickets and the list for the door', async () => {
    await desk.button('More').first().click()
    await page.getByRole('menuitem', { name: 'Print tickets' }).click()
    await expect(page.getByText('2 tickets')).toBeVisible()
    await inspect(page, 'print-tickets', CONSOLE_SIZES)
    await page.getByText('Door list').click()
    await expect(page.getByText('2 guests, 6 people')).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText('Meyer')
    await inspect(page, 'print-door-list', CONSOLE_SIZES)
  })

  await test.step('what she was written is read here, for there is no mail server', async () => {
    await desk.go('Mails')
    await page
      .getByRole('row', { name: /anne@guest\.example/ })
      .first()
      .getByRole('button')
      .click()
    await expect(desk.panel).toContainText(title)
    await inspect(page, 'mails', CONSOLE_SIZES)
    await desk.go('Performances')
    await page
      .getByRole('row', { name: new RegExp(title) })
      .getByRole('button')
      .click()
  })

  await test.step('called off, nobody is let in', async () => {
    await desk.button('More').click()
    await page.getByRole('menuitem', { name: 'Call off' }).click()
    await desk.dialog.getByRole('button', { name: 'Call off' }).click()
    await expect(page.getByText('This performance is called off.')).toBeVisible()
    await desk.go('Performances')
    await expect(page.getByRole('row', { name: new RegExp(title) })).toContainText('Called off')
    await inspect(page, 'performances', CONSOLE_SIZES)
  })
})

/** Opens the dialog, unless it is open, and chooses a way. */
async function splitPlaces(desk: ConsoleScreen, way: RegExp): Promise<void> {
  if (!(await desk.dialog.isVisible())) {
    await desk.button('More').first().click()
    await desk.page.getByRole('menuitem', { name: 'Split places among doors' }).click()
  }
  await desk.dialog.getByRole('radio', { name: way }).check({ force: true })
}

test('the evening fills before one’s eyes, and one ticket at two doors is decided', async ({
  desk,
  harbour,
  openContext,
  server,
}) => {
  test.setTimeout(150_000)
  const { page } = desk
  const { performance, token: ticket_token, doors } = await evening(harbour)
  const [front, cellar] = doors
  const performance_id = performance.id
  const ago = (minutes: number) => ({ at: new Date(Date.now() - minutes * MINUTE) })
  const guests = (door: TabletClient | undefined, minutes: number, count: number) =>
    door?.op('ticket.walk_in', { performance_id, count }, ago(minutes))
  const push = async (door: TabletClient | undefined, ops: readonly unknown[]) =>
    must((await door?.push(ops as never)) ?? (undefined as never), 200)
  const figure = (name: string) =>
    page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) })

  await test.step('figures and bars follow the doors without a touch', async () => {
    await desk.open(`/performances/${performance_id}`)
    await expect(figure('Expected')).toContainText('4')
    const crowd = [50, 44, 43, 42, 41, 35, 20].map((minutes, n) => guests(front, minutes, n + 1))
    await push(front, [
      ...crowd,
      front?.op('ticket.admit', { ticket_token, performance_id, count: 4 }, ago(18)),
    ])
    await expect(figure('Inside')).toContainText('32')
    await expect(figure('Inside')).toContainText('28 walk-ins')
    await expect(page.getByRole('figure')).toContainText(labelOf(front))
    await push(cellar, [
      guests(cellar, 30, 3),
      cellar?.op('ticket.admit', { ticket_token, performance_id, count: 4 }, ago(17)),
    ])
    await expect(page.getByRole('figure')).toContainText(labelOf(cellar))
    await inspect(page, 'performance-live', CONSOLE_SIZES)
    await desk.button('Table').click()
    await expect(page.getByRole('columnheader', { name: labelOf(cellar) })).toBeVisible()
    await inspect(page, 'performance-live-table', CONSOLE_SIZES)
  })

  await test.step('the ticket says when and where its people went in', async () => {
    await page.getByRole('tab', { name: 'Tickets' }).click()
    await page.getByRole('row', { name: /Weber/ }).getByRole('button').click()
    await expect(desk.panel).toContainText('4 of 4 in')
    await expect(desk.panel).toContainText(`let Weber in at ${labelOf(front)}`)
    await inspect(page, 'ticket-panel', CONSOLE_SIZES)
  })

  await test.step('both doors stand beside each other, and a person decides', async () => {
    await desk.go('Reviews')
    await page
      .getByRole('row', { name: /One ticket, two doors/ })
      .first()
      .getByRole('button')
      .click()
    await expect(desk.panel).toContainText(labelOf(front))
    await expect(desk.panel).toContainText(labelOf(cellar))
    await expect(desk.panel).toContainText('1 min apart')
    await inspect(page, 'review-two-doors', CONSOLE_SIZES)
    await desk.panel.getByText('Leave the count as it is').click()
    await desk.button('Leave the count as it is').click()
    await desk.seesToast('Settled')
  })

  await test.step('places are split among the doors that take part, and taken back', async () => {
    await desk.open(`/performances/${performance_id}`)
    await splitPlaces(desk, /^Equal parts/)
    const all = await desk.dialog.getByRole('checkbox').all()
    for (const box of all) await box.uncheck({ force: true })
    await expect(desk.dialog).toContainText('Choose at least one door')
    for (const door of doors) await desk.dialog.getByLabel(labelOf(door)).check({ force: true })
    await inspect(page, 'leases-equal', CONSOLE_SIZES)
    await desk.dialog.getByRole('button', { name: 'Split places' }).click()
    const kept = page.getByRole('listitem').filter({ hasText: labelOf(front) })
    await expect(kept).toContainText('23 places')
    await expect(desk.dialog).toHaveCount(0)
    await splitPlaces(desk, /^By hand/)
    await desk.dialog.getByRole('textbox', { name: labelOf(front) }).fill('90')
    await inspect(page, 'leases-by-hand', CONSOLE_SIZES)
    await splitPlaces(desk, /^Not at all/)
    await desk.dialog.getByRole('button', { name: 'Do not split' }).click()
    // Nobody knows what the door lets in meanwhile: its places stay kept until it was heard from.
    await expect(kept).toContainText('gives back 23 places once it is heard from')
  })

  await test.step('today shows how full it is', async () => {
    await desk.go('Today')
    await expect(page.getByRole('link', { name: performance.title })).toBeVisible()
    await inspect(page, 'today-door', CONSOLE_SIZES)
  })

  await test.step('who may only look changes nothing', async () => {
    const viewer = new ConsoleScreen(await (await openContext(DESK)).newPage(), server)
    await viewer.signIn('viewer@harbour.example')
    await viewer.open(`/performances/${performance_id}?part=tickets`)
    await expect(viewer.page.getByRole('row', { name: /Weber/ })).toBeVisible()
    await expect(viewer.button(/Book a guest|More|Issue a ticket/)).toHaveCount(0)
    await viewer.open('/settings?part=keys')
    await expect(viewer.button(/Withdraw|New key/)).toHaveCount(0)
  })

  await test.step('a new key signs, the old one’s tickets stay genuine', async () => {
    await desk.open('/settings?part=keys')
    await desk.button('New key').click()
    await desk.dialog.getByRole('button', { name: 'New key' }).click()
    await desk.seesToast('signed with a new key')
    await expect(page.getByRole('row', { name: /Its tickets stay genuine/ })).toHaveCount(1)
    await desk
      .button(/^Withdraw/)
      .last()
      .click()
    await expect(desk.dialog.getByRole('button', { name: 'Withdraw' })).toBeDisabled()
    await inspect(page, 'ticket-keys', CONSOLE_SIZES)
  })
})
