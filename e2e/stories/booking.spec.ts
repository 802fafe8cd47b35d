/** A guest's evening from the programme to the door, and a punch on a private phone: pages without script. */
import type { Page } from 'playwright/test'
import { must, PIN, type Shop, type Thing, unique, WRONG_PIN } from '../harness/shop'
import { seeAccessible, seeFits } from './lib/inspect'
import { expect, hire, test } from './lib/story'

const DAY = 86_400_000
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'en-GB' }

interface Mail {
  readonly to: string
  readonly text: string
}

const send = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function see(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  await seeAccessible(page, heading)
  await seeFits(page, 320, heading)
}

/** The newest mail to an address that holds such a link, and the link. */
async function linkOf({ owner }: Shop, to: string, path: string): Promise<string> {
  const { items } = must(await owner.get<{ items: Mail[] }>('/merchant/mails?limit=100'), 200)
  const texts = items.filter((mail) => mail.to === to).map(({ text }) => text)
  const link = texts.map((text) => new RegExp(`\\S+/${path}/\\S+`).exec(text)?.[0]).find(Boolean)
  if (link === undefined) throw new Error(`${to} was sent no link to /${path}/`)
  return link
}

async function announce({ owner }: Shop): Promise<Thing & { readonly title: string }> {
  const title = `Nocturne ${unique()}`
  const starts_at = new Date(Date.now() + 3 * DAY).toISOString()
  const body = { title, starts_at, capacity: 4, max_party: 4, listed: true }
  const made = await owner.post<{ performance: Thing }>('/merchant/performances', body)
  return { ...must(made, 201).performance, title }
}

test('seats are asked for, confirmed from the mail, changed and given back', async ({
  openContext,
  harbour,
}) => {
  test.setTimeout(90_000)
  const page = await (await openContext(PHONE)).newPage()
  const { id, title } = await announce(harbour)
  const email = `${unique().toLowerCase()}@guest.example`
  const reservations = async () =>
    must(
      await harbour.owner.get<{ items: { status: string }[] }>(
        `/merchant/reservations?performance_id=${id}`,
      ),
      200,
    ).items.map(({ status }) => status)
  const found = must(
    await harbour.owner.get<{ booking_page: { url: string } }>('/merchant/booking-page'),
    200,
  )

  await test.step('the programme, and a form that says what is wrong in it', async () => {
    await page.goto(found.booking_page.url)
    await see(page, 'Programme')
    await page.getByRole('link', { name: `Book seats: ${title}` }).click()
    await page.getByLabel('Your name').fill('Ada Byron')
    await page.getByLabel('E-mail').fill('ada@guest')
    await page.getByLabel('How many people?').fill('3')
    await send(page, 'Book')
    await expect(page.getByRole('alert')).toBeVisible()
    await see(page, title)
    await page.getByLabel('E-mail').fill(email)
    await send(page, 'Book')
    await see(page, 'Check your mail')
  })

  await test.step('opening the link confirms nothing, the button does', async () => {
    const confirm = await linkOf(harbour, email, 'confirm')
    await page.goto(confirm)
    await page.reload()
    await see(page, 'Confirm your booking')
    expect(await reservations()).toEqual(['pending'])
    await send(page, 'Yes, I am coming')
    await see(page, 'Your ticket')
    await expect(page.getByRole('main')).toContainText('3 people')
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '')
    })
    await page.getByRole('button', { name: 'Print' }).click()
    await expect(page.locator('body')).toHaveAttribute('data-printed')
    expect(await reservations()).toEqual(['confirmed'])
    await page.goto(confirm)
    await see(page, 'This link no longer works')
  })

  await test.step('a changed booking has a new ticket; too many are not booked', async () => {
    await page.goto(await linkOf(harbour, email, 'booking'))
    await see(page, 'Your booking')
    await page
      .locator('form')
      .first()
      .evaluate((form) => form.setAttribute('novalidate', ''))
    await page.getByRole('spinbutton').fill('9')
    await send(page, 'Save')
    await expect(page.getByRole('alert')).toContainText('1 to 4')
    await see(page, 'Your booking')
    await page.getByRole('spinbutton').fill('2')
    await send(page, 'Save')
    await see(page, 'Changed')
  })

  await test.step('cancelled, its ticket is void', async () => {
    const ticket = await linkOf(harbour, email, 't')
    await page.goto(await linkOf(harbour, email, 'booking'))
    await send(page, 'Cancel the booking')
    await see(page, 'Your booking is cancelled')
    await page.goto(ticket)
    await see(page, 'This ticket is no longer valid')
    expect(await reservations()).toEqual(['cancelled'])
  })
})

test('in and out on a private phone, from the poster', async ({ openContext, harbour }) => {
  test.setTimeout(90_000)
  const page = await (await openContext(PHONE)).newPage()
  const { owner, store } = harbour
  must(
    await owner.call('PATCH', '/merchant/clock-settings', { body: { phone_punches: true } }),
    200,
  )
  const issued = await owner.post<{ url: string; print_url: string }>(
    `/merchant/stores/${store.id}/poster`,
  )
  const poster = must(issued, 201)
  const { name, id } = await hire(harbour)
  const { staff } = must(
    await owner.get<{ staff: { personnel_number: string } }>(`/merchant/staff/${id}`),
    200,
  )
  const enter = async (pin: string) => {
    await page.goto(poster.url)
    await page.getByLabel('Personnel number').fill(staff.personnel_number)
    await page.getByLabel('PIN').fill(pin)
    await send(page, 'Continue')
  }

  await page.goto(poster.print_url)
  await expect(page.getByRole('heading', { name: 'Clock in with your own phone' })).toBeVisible()
  await seeAccessible(page, 'poster')
  await enter(WRONG_PIN)
  await expect(page.getByRole('alert')).toContainText('not right')
  await see(page, 'Clock in or out')
  await enter(PIN)
  await see(page, `Hello ${name} Keller`)
  await send(page, 'Clock in')
  await see(page, 'You are clocked in')
  await enter(PIN)
  await expect(page.getByRole('main')).toContainText('You have been at work since')
  await send(page, 'Clock out')
  await see(page, 'You are clocked out')
})
