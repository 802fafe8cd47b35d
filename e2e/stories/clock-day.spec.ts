/**
 * One person's day, told to two clocks: in at the entrance, out on the phone, a break at an entrance
 * without a network, home by phone before that has arrived. Everybody's clock is the story's.
 */
import type { Page } from 'playwright/test'
import { ProductServer } from '../harness/server'
import { ServerClock } from '../harness/server-clock'
import { must, Shop } from '../harness/shop'
import { KIOSK_SIZES, inspect } from './lib/inspect'
import { ConsoleScreen } from './lib/console-screen'
import type { KioskScreen } from './lib/kiosk-screen'
import { DESK, expect, hire, test, type Person } from './lib/story'

/** A Wednesday to come, in Luxembourg; a little after the minute, so that touches stay within it. */
const at = (time: string): string => new Date(`2031-03-05T${time}:05+01:00`).toISOString()

test('in at the tablet, out on the phone, a break offline: the sheet is right to the minute', async ({
  openKioskOn,
  openContext,
}) => {
  test.setTimeout(180_000)
  const clock = await ServerClock.at(at('07:58'))
  const server = await ProductServer.start({ env: clock.env })
  try {
    const harbour = await Shop.open(server, 'owner@harbour.example')
    const person = await hire(harbour)
    const number = await numberOf(harbour, person)
    const kiosk = await openKioskOn(server)
    const { page } = kiosk
    await page.clock.install({ time: new Date(at('07:58')) })
    await noteCameras(page)
    await kiosk.open()
    await kiosk.pair((await harbour.pairing(['clock'])).pairing)
    // The clock's own screen, and it films: from here on keys are heard as well.
    await expect(page.locator('[data-job="clock"] [data-camera="live"]')).toBeVisible()
    const keys = kiosk.screen('clock-keys')
    // A card is held up to a tablet that does nothing but clock; to pair it, it is turned around.
    expect(await camerasOf(page)).toEqual(['environment', 'user'])
    const goOn = async (time: string): Promise<void> => {
      await clock.set(at(time))
      const there = await page.evaluate(() => Date.now())
      await page.clock.fastForward(Date.parse(at(time)) - there)
      await expect(page.locator('[data-screen="home"]:not([inert])')).toBeVisible()
    }
    const told = async (key: string): Promise<void> => {
      await signOn(kiosk, number, person)
      await keys.getByRole('button', { name: key, exact: true }).click()
      await expect(kiosk.verdict).toContainText(person.name)
    }
    const leave = () => keys.getByRole('button', { name: 'Back to the start' }).click()

    await test.step('07:58 in at the entrance', async () => {
      await told('In')
      await expect(kiosk.verdict.locator('[data-saved="confirmed"]')).toBeVisible()
    })

    const phone = await (await openContext({ viewport: { width: 390, height: 844 } })).newPage()
    const poster = await posterOf(harbour)
    await test.step('12:01 out on the own phone, which knows since when', async () => {
      await goOn('12:01')
      await beginOn(phone, poster, number, person)
      await expect(phone.getByText('You have been at work since 07:58.')).toBeVisible()
      await expect(phone.getByText('Today: 4:03')).toBeVisible()
      await phone.getByRole('button', { name: 'Clock out' }).click()
      await expect(phone.getByRole('heading', { name: 'You are clocked out' })).toBeVisible()
    })

    await test.step('the entrance knows of it, and of the hours', async () => {
      await goOn('12:32')
      await kiosk.says('online', 0)
      await expect.poll(() => punchesOn(kiosk)).toBe(2)
      await signOn(kiosk, number, person)
      await expect(keys).toContainText('Not clocked in')
      await expect(keys).toContainText('4 h 3 min today')
      await leave()
    })

    await test.step('12:32 back in', async () => {
      await told('In')
      await expect(kiosk.verdict.locator('[data-saved="confirmed"]')).toBeVisible()
    })

    await test.step('15:00 a break, without a network; what is known is said, and as of when', async () => {
      await page.context().setOffline(true)
      await kiosk.says('offline', 0, 30_000)
      await goOn('15:00')
      await signOn(kiosk, number, person)
      await expect(keys).toContainText('In since 12:32')
      await expect(keys).toContainText('As of 12:32, and what was clocked here since.')
      await inspect(page, 'clock-keys-offline', KIOSK_SIZES)
      await keys.getByRole('button', { name: 'My last two weeks' }).click()
      await expect(kiosk.screen('clock-hours')).toContainText('Whatever was clocked by 12:32')
      await page.getByRole('button', { name: 'Back', exact: true }).click()
      await keys.getByRole('button', { name: 'Break', exact: true }).click()
      await expect(kiosk.verdict.locator('[data-saved="saved"]')).toBeVisible()
      await goOn('15:15')
      await told('Back from break')
      await kiosk.says('offline', 4)
    })

    await test.step('17:05 out on the phone, which cannot know of the break yet', async () => {
      await goOn('17:05')
      await beginOn(phone, poster, number, person)
      await expect(phone.getByText('You have been at work since 12:32.')).toBeVisible()
      await phone.getByRole('button', { name: 'Clock out' }).click()
      await expect(phone.getByRole('heading', { name: 'You are clocked out' })).toBeVisible()
    })

    await test.step('the network is back: the entrance is right again', async () => {
      await page.context().setOffline(false)
      await goOn('17:10')
      await kiosk.says('online', 0, 30_000)
      await expect.poll(() => punchesOn(kiosk)).toBe(6)
      await signOn(kiosk, number, person)
      await expect(keys).toContainText('Not clocked in')
      await expect(keys).toContainText('8 h 21 min today')
      await leave()
    })

    const desk = new ConsoleScreen(await (await openContext(DESK)).newPage(), server)
    await test.step('the sheet is right to the minute, and says how each punch was made', async () => {
      await desk.page.clock.install({ time: new Date(at('17:10')) })
      await desk.arrive('owner@harbour.example')
      await desk.open(`/clock/${person.id}`)
      const shifts = desk.page.getByRole('main')
      await expect(shifts).toContainText('07:58–12:01')
      await expect(shifts).toContainText('4 h 3 min')
      await expect(shifts).toContainText('12:32–17:05')
      await expect(shifts).toContainText('4 h 18 min')
      await expect(shifts).toContainText('8 h 21 min')
      const made = await harbour.owner.all<{ punch: string; source: string }>(
        `/merchant/punches?staff_id=${person.id}`,
      )
      expect(made.map(({ punch, source }) => `${punch} ${source}`)).toEqual([
        'out phone',
        'break_end tablet',
        'break_start tablet',
        'in tablet',
        'out phone',
        'in tablet',
      ])
    })

    await test.step('a correction by the manager reaches the entrance, too', async () => {
      const [last] = await harbour.owner.all<{ op_id: string }>(
        `/merchant/punches?staff_id=${person.id}`,
      )
      const adds = { punch: 'out', at: at('17:00'), store_id: harbour.store.id }
      const body = { staff_id: person.id, strikes: last?.op_id, adds, reason: 'left at five' }
      must(await harbour.owner.post('/merchant/amendments', body), 201)
      await goOn('17:12')
      await expect
        .poll(async () => JSON.stringify(await kiosk.rows('clocks')))
        .toContain(at('17:00'))
      await signOn(kiosk, number, person)
      await expect(keys).toContainText('8 h 16 min today')
    })
  } finally {
    await server.close()
    await clock.remove()
  }
})

async function numberOf({ owner }: Shop, { id }: Person): Promise<string> {
  const answer = await owner.get<{ staff: { personnel_number: string } }>(`/merchant/staff/${id}`)
  return must(answer, 200).staff.personnel_number
}

async function posterOf({ owner, store }: Shop): Promise<string> {
  const path = `/merchant/stores/${store.id}/poster`
  return must(await owner.post<{ url: string }>(path, {}), 201).url
}

async function beginOn(page: Page, poster: string, number: string, { pin }: Person): Promise<void> {
  await page.goto(poster)
  await page.getByLabel('Personnel number').fill(number)
  await page.getByLabel('PIN').fill(pin)
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** With a keyboard: its digits are enough, whatever else is in the number. */
async function signOn(kiosk: KioskScreen, number: string, { pin }: Person): Promise<void> {
  const { keyboard } = kiosk.page
  await keyboard.type(number.replace(/\D/g, ''))
  await keyboard.press('Enter')
  await expect(kiosk.screen('pin')).toBeVisible()
  await keyboard.type(pin)
  await expect(kiosk.screen('clock-keys')).toBeVisible()
}

/** How many punches of anybody the server has told the tablet of. */
async function punchesOn(kiosk: KioskScreen): Promise<number> {
  const rows = await kiosk.rows('clocks')
  return rows.reduce((sum, { punches }) => sum + (punches as unknown[]).length, 0)
}

/** Keeps which side each request for a camera was for. */
async function noteCameras(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { mediaDevices } = navigator
    const ask = mediaDevices.getUserMedia.bind(mediaDevices)
    const asked: unknown[] = []
    Object.assign(window, { asked })
    mediaDevices.getUserMedia = (wish) => {
      const { video } = wish ?? {}
      const side = typeof video === 'object' ? video.facingMode : undefined
      asked.push(typeof side === 'object' && 'ideal' in side ? side.ideal : side)
      return ask(wish)
    }
  })
}

const camerasOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => (window as unknown as { asked: unknown }).asked)
