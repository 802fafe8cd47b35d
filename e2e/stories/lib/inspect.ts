import { expect, type Page } from 'playwright/test'
import { axeFaults } from '../../harness/axe'
import { overflows, photograph, type ScreenSize } from '../../harness/screens'

/** What the product is used at. */
export const KIOSK_SIZES: readonly ScreenSize[] = ['tablet-landscape', 'tablet-portrait', 'phone']
export const CONSOLE_SIZES: readonly ScreenSize[] = ['console', 'phone']

/** A run photographs on wish: the pictures are for people, and are half of what a look costs. */
export const PHOTOGRAPHS = (process.env['PHOTOGRAPHS'] ?? '') !== ''

/** Lets axe look at a screen in light and dark, and photographs it at every size if wished. */
export async function inspect(
  page: Page,
  name: string,
  sizes: readonly ScreenSize[],
): Promise<void> {
  const faults = await faultsOf(page, name)
  if (PHOTOGRAPHS) await photograph(page, name, sizes)
  expect(faults).toEqual([])
}

/**
 * The same of a screen that would pass: time stands still meanwhile. `page.clock.install()` must
 * have been called before that screen came.
 */
export async function inspectPassing(
  page: Page,
  name: string,
  sizes: readonly ScreenSize[],
): Promise<void> {
  await stopClock(page)
  const looking = { on: true }
  const seen = inspect(page, name, sizes).finally(() => {
    looking.on = false
  })
  // axe waits for timers of its own: they may pass, one millisecond at a time.
  while (looking.on) await page.clock.runFor(1)
  await seen
  await page.clock.resume()
}

/**
 * Stops the page's clock a moment ahead of what it shows. Where it was past that moment by the time
 * the order arrived, the order is refused, but the clock stands: then it is sure to be ahead.
 */
export async function stopClock(page: Page): Promise<void> {
  const order = async () => page.clock.pauseAt(await page.evaluate(() => Date.now() + 100))
  await order().catch(order)
}

/** The same without the photographs. */
export async function seeAccessible(page: Page, name: string): Promise<void> {
  expect(await faultsOf(page, name)).toEqual([])
}

/** Waits for styles and for whatever the page still asks the server for. */
export async function seeLoaded(page: Page): Promise<void> {
  // One question: this is asked before every look.
  await page.waitForFunction(isLoaded, undefined, { timeout: 10_000 })
}

/** Runs in the page. */
function isLoaded(): boolean {
  if (document.readyState !== 'complete') return false
  if (document.querySelector('[aria-busy="true"]') !== null) return false
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    if (text.nodeValue?.trim() === 'Loading') return false
  }
  return true
}

async function faultsOf(page: Page, name: string): Promise<string[]> {
  await seeLoaded(page)
  const faults: string[] = []
  await page.evaluate(stopTransitions)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await settled(page)
    const found = await axeFaults(page, colorScheme === 'light' ? 'all' : 'colours')
    faults.push(...found.map((fault) => `${name}, ${colorScheme}: ${fault}`))
  }
  await page.emulateMedia({ colorScheme: null })
  await page.evaluate(letTransitions)
  return faults
}

/** A colour on its way is none that anybody reads; whatever still comes in has its last one. */
function stopTransitions(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('*, ::before, ::after { transition: none !important }')
  document.adoptedStyleSheets.push(sheet)
}

function letTransitions(): void {
  document.adoptedStyleSheets.pop()
}

/** Waits for whatever is on its way to its last colour or place. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < 5_000)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}

/** Nothing sticks out to the side at this width. */
export async function seeFits(page: Page, width: number, what: string): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width, height: 844 })
  expect(await overflows(page), `${what} at ${width} px`).toBe(false)
  if (before !== null) await page.setViewportSize(before)
}
