import type { Page } from 'playwright/test'
import type { Pairing } from '../harness/wire'
import { expect, test as base } from '../conformance/world'
import type { EngineWindow } from './engine-window'
import { openTablet, serveEngine } from './tablet-page'

declare const window: EngineWindow

interface Fixtures {
  /** A tab with an engine that is not paired yet, on the server's own origin. */
  readonly tablet: Page
}

export const test = base.extend<Fixtures>({
  tablet: async ({ context, server }, use) => {
    await serveEngine(context, server.origin)
    await use(await openTablet(context, server.origin))
  },
})

/** Pairs; anything else is a failure. */
export async function pair(page: Page, pairing: Pairing): Promise<void> {
  expect(await tryToPair(page, pairing)).toEqual({ kind: 'paired' })
}

/** As soon as this tab leads; no other can pair. */
export async function tryToPair(page: Page, pairing: Pairing) {
  await untilLeads(page)
  return page.evaluate((given) => window.engine.kiosk.pair(given), pairing)
}

/** Waits until this tab leads and its replica is complete. */
export async function untilSynced(page: Page): Promise<void> {
  const look = () =>
    page.evaluate(() => {
      const { pairing, status, diagnostics } = window.engine.kiosk.live
      return {
        pairing: pairing.get(),
        leads: status.get().leads,
        // What a failure is explained by.
        diagnostics: diagnostics.get(),
      }
    })
  await expect
    .poll(look, { timeout: 30_000 })
    .toMatchObject({ pairing: { kind: 'paired', first_sync: null }, leads: true })
}

export async function untilLeads(page: Page): Promise<void> {
  await page.waitForFunction(() => window.engine.kiosk.live.status.get().leads)
}

/** Scans a card's code and stamps it. */
export function stampCard(page: Page, text: string) {
  return page.evaluate(async (code) => {
    const found = await window.engine.kiosk.identify(code)
    if (found.kind !== 'card') throw new Error(`that is no card: ${found.kind}`)
    return window.engine.kiosk.stamp(found)
  }, text)
}

export function outbox(page: Page) {
  return page.evaluate(() =>
    window.engine.db.outbox.orderBy('[device_id+incarnation+seq]').toArray(),
  )
}

export { expect } from 'playwright/test'
