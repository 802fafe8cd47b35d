/** `test` for stories of a shop: a tablet and a console on a real server, and nothing goes wrong unseen. */
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright/test'
import type { ProductServer } from '../../harness/server'
import { must, PIN, type Shop, type Thing } from '../../harness/shop'
import { expect, test as base } from '../../harness/story'
import { Complaints, watchPolicy } from './complaints'
import { ConsoleScreen } from './console-screen'
import { KioskScreen } from './kiosk-screen'

export interface Person extends Thing {
  readonly name: string
  readonly pin: string
}

interface Stories {
  /** Errors of every page; a test that expects one takes it out. Whatever is left fails the test. */
  readonly complaints: Complaints
  /** Opens one more browser, closed with the test. */
  readonly openContext: (options?: BrowserContextOptions) => Promise<BrowserContext>
  /** A tablet that nobody has paired, its browser just started; `open` is up to the test. */
  readonly openKiosk: (options?: BrowserContextOptions) => Promise<KioskScreen>
  /** The same, of another server. */
  readonly openKioskOn: (server: ProductServer) => Promise<KioskScreen>
  /** The same, with its page open. */
  readonly kiosk: KioskScreen
  /** The console of anybody, signed in; one at a time. */
  readonly deskOf: (email: string) => Promise<ConsoleScreen>
  /** That of the owner of the first shop. */
  readonly desk: ConsoleScreen
}

interface Windows {
  /** Where the stories of a worker open the console, one after the other: its code is loaded once. */
  readonly deskWindow: Page
}

/** Little motion, as the system may ask for it: a click waits until what it is for stands still. */
export const TABLET: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  reducedMotion: 'reduce',
  locale: 'en-GB',
  timezoneId: 'Europe/Luxembourg',
}
export const DESK = { ...TABLET, viewport: { width: 1440, height: 900 } } as const

/**
 * The kiosk keeps no copy of itself here, which is a quarter of what opening it costs. Stories that start
 * without a network, or are about what is kept, say `test.use({ serviceWorkers: 'allow' })`.
 */
export const test = base.extend<Stories, Windows>({
  serviceWorkers: 'block',
  complaints: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures here.
    async ({}, use) => {
      const complaints = new Complaints()
      await use(complaints)
      expect(complaints.all).toEqual([])
    },
    { auto: true },
  ],
  openContext: async ({ browser, complaints }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options = TABLET) => {
      const context = await browser.newContext(options)
      complaints.watch(context)
      contexts.push(context)
      return context
    })
    for (const context of contexts) await context.close()
  },
  openKiosk: async ({ openContext, server, camera }, use) => {
    await use(async (options) => {
      const page = await (await openContext(options)).newPage()
      await watchPolicy(page)
      return new KioskScreen(page, server, camera)
    })
  },
  openKioskOn: async ({ openContext, camera }, use) => {
    await use(
      async (server) => new KioskScreen(await (await openContext()).newPage(), server, camera),
    )
  },
  kiosk: async ({ openKiosk }, use) => {
    const kiosk = await openKiosk()
    await kiosk.open()
    await use(kiosk)
  },
  deskWindow: [
    async ({ browser }, use) => {
      const context = await browser.newContext(DESK)
      const page = await context.newPage()
      await watchPolicy(page)
      await use(page)
      await context.close()
    },
    { scope: 'worker' },
  ],
  deskOf: async ({ deskWindow: page, server, complaints }, use) => {
    const unwatch = complaints.watch(page.context())
    const desk = new ConsoleScreen(page, server)
    await use(async (email) => {
      await desk.arrive(email)
      return desk
    })
    await leave(page)
    unwatch()
  },
  desk: async ({ deskOf }, use) => use(await deskOf('owner@harbour.example')),
})

/** Leaves nothing of one story to the next one in this window. */
async function leave(page: Page): Promise<void> {
  await page.unrouteAll()
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  await page.goto('about:blank')
  await page.context().clearCookies()
  await page.setViewportSize(DESK.viewport)
  await page.emulateMedia({ media: null, colorScheme: null })
}

let people = 0

/** A person whose first name nobody else has. */
export async function hire(shop: Shop): Promise<Person> {
  people += 1
  const first = `${NAMES[people % NAMES.length]}${letters(process.pid)}${letters(people)}`
  const name = `${first} Keller`
  const body = { name, personnel_number: `${process.pid}-${people}`, pin: PIN }
  const { staff } = must(await shop.owner.post<{ staff: Thing }>('/merchant/staff', body), 201)
  return { ...staff, name: first, pin: PIN }
}

const NAMES = ['Mira', 'Jonas', 'Selma', 'Yann'] as const

const letters = (n: number): string =>
  Array.from(String(n), (digit) => 'abcdefghij'[Number(digit)]).join('')

export { expect } from 'playwright/test'
