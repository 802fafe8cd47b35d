import type { Page } from 'playwright/test'
import type { Pairing } from '../harness/wire'
import { test as base } from '../conformance/world'
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

export function pair(page: Page, pairing: Pairing) {
  return page.evaluate((given) => window.engine.kiosk.pair(given), pairing)
}

/** Waits until this tab leads and its replica is complete. */
export async function untilSynced(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { pairing, status } = window.engine.kiosk.live
    const state = pairing.get()
    return state.kind === 'paired' && state.first_sync === null && status.get().leads
  })
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
