import type { Page } from 'playwright/test'
import type { Shop } from '../conformance/world'
import type { EngineWindow } from './engine-window'
import { fillDisk, SMALL_DISK } from '../harness/disk'
import { expect, outbox, pair, stampCard, test, untilLeads, untilSynced } from './fixture'
import { openTablet, serveEngine } from './tablet-page'

declare const window: EngineWindow

/** A paired tablet with some cards; what it does offline needs no server. */
async function offlineTablet(
  page: Page,
  { harbour, origin, cards }: { harbour: Shop; origin: string; cards: number },
): Promise<string[]> {
  const program = await harbour.program()
  const codes: string[] = []
  for (let n = 0; n < cards; n += 1) {
    codes.push(`${origin}/c/${(await harbour.card(program)).token}`)
  }
  await pair(page, (await harbour.pairing()).pairing)
  await untilSynced(page)
  await page.context().setOffline(true)
  return codes
}

const status = (page: Page) => page.evaluate(() => window.engine.kiosk.live.status.get())

test('every transaction that writes is strict', async ({ context, server, harbour }) => {
  await context.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { durabilities: seen })
    // oxlint-disable-next-line typescript/unbound-method -- called with its database below.
    const { transaction } = IDBDatabase.prototype
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      const opened = transaction.call(this, stores, mode, options)
      if (opened.mode !== 'readonly') seen.push(opened.durability)
      return opened
    }
  })
  await serveEngine(context, server.origin)
  const page = await openTablet(context, server.origin)
  const [code = ''] = await offlineTablet(page, { harbour, origin: server.origin, cards: 1 })
  expect(await stampCard(page, code)).toMatchObject({ kind: 'decided' })
  const seen = await page.evaluate(() => 'durabilities' in window && window.durabilities)
  expect(new Set(Array.isArray(seen) ? seen : [])).toEqual(new Set(['strict']))
})

test('a full disk is said, nothing is half kept, and the numbers have no gap afterwards', async ({
  server,
  harbour,
  context,
}) => {
  const { origin } = server
  await serveEngine(context, origin)
  let grow: () => Promise<unknown> = async () => undefined
  const tablet = await openTablet(context, origin, async (page) => {
    const devtools = await context.newCDPSession(page)
    // The browser asks about space only now and then: the disk must be small from the start.
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: SMALL_DISK })
    grow = () => devtools.send('Storage.overrideQuotaForOrigin', { origin })
  })
  const [code = ''] = await offlineTablet(tablet, { harbour, origin, cards: 1 })
  expect(await stampCard(tablet, code)).toMatchObject({ kind: 'decided' })
  await fillDisk(tablet)
  expect(await stampCard(tablet, code)).toEqual({ kind: 'not_saved', reason: 'QUOTA' })
  expect(await status(tablet)).toMatchObject({ storage_trouble: 'QUOTA' })
  const held = (await outbox(tablet)).length
  await grow()
  await expect
    .poll(async () => (await stampCard(tablet, code)).kind, { timeout: 60_000, intervals: [1000] })
    .toBe('decided')
  expect(await status(tablet)).toMatchObject({ storage_trouble: null })
  expect((await outbox(tablet)).at(held)?.seq).toBe(held + 1)
})

test('one tab leads; another says so, writes nothing, and takes over when the first is closed', async ({
  tablet,
  server,
  harbour,
  context,
}) => {
  const codes = await offlineTablet(tablet, { harbour, origin: server.origin, cards: 2 })
  const second = await openTablet(context, server.origin)
  await second.waitForFunction(() => window.engine.kiosk.live.pairing.get().kind === 'paired')
  expect(await status(second)).toMatchObject({ leads: false })
  expect(await stampCard(second, codes[0] ?? '')).toEqual({
    kind: 'not_saved',
    reason: 'NOT_LEADER',
  })
  await second.evaluate(() => void window.engine.kiosk.live.queue.subscribe(() => undefined))
  await stampCard(tablet, codes[0] ?? '')
  await expect
    .poll(() => second.evaluate(() => window.engine.kiosk.live.queue.get().length))
    .toBe(1)
  await tablet.close()
  await untilLeads(second)
  expect(await stampCard(second, codes[1] ?? '')).toMatchObject({ kind: 'decided' })
  expect((await outbox(second)).map(({ seq }) => seq)).toEqual([1, 2])
})

test('a frozen leader is robbed of the lead, and its writes are fenced off', async ({
  tablet,
  server,
  harbour,
  context,
}) => {
  const codes = await offlineTablet(tablet, { harbour, origin: server.origin, cards: 2 })
  const second = await openTablet(context, server.origin)
  const devtools = await context.newCDPSession(tablet)
  // Nothing of that tab runs any more, no timer and no promise, but its lock stays held.
  await devtools.send('Debugger.enable')
  await devtools.send('Debugger.pause')
  await second.waitForFunction(() => window.engine.kiosk.live.status.get().leads, undefined, {
    timeout: 40_000,
  })
  expect(await stampCard(second, codes[0] ?? '')).toMatchObject({ kind: 'decided' })
  await devtools.send('Debugger.resume')
  await tablet.waitForFunction(() => !window.engine.kiosk.live.status.get().leads)
  expect(await stampCard(tablet, codes[1] ?? '')).toEqual({
    kind: 'not_saved',
    reason: 'NOT_LEADER',
  })
})

test.describe('opening', () => {
  /** A connection of another age, as an older or newer version of the app would hold it. */
  function holdDatabase(page: Page, version: number) {
    return page.evaluate(
      (wanted) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('counterfoil', wanted)
          request.addEventListener('success', () => {
            Object.assign(window, { release: () => request.result.close() })
            resolve()
          })
          request.addEventListener('error', () => reject(new Error('cannot be opened')))
        }),
      version,
    )
  }

  test('an upgrade that another tab holds up is said, and goes on when that tab lets go', async ({
    context,
    server,
  }) => {
    const old = await context.newPage()
    await old.goto(`${server.origin}/healthz`)
    await holdDatabase(old, 1)
    await serveEngine(context, server.origin)
    const page = await openTablet(context, server.origin)
    await expect.poll(() => status(page)).toMatchObject({ storage_trouble: 'BLOCKED' })
    await old.evaluate(() => {
      if ('release' in window && typeof window.release === 'function') window.release()
    })
    await untilLeads(page)
    expect(await status(page)).toMatchObject({ storage_trouble: null })
  })

  test('after an update was taken back, the data of the newer version still open', async ({
    tablet,
    context,
    server,
    harbour,
  }) => {
    const [code = ''] = await offlineTablet(tablet, { harbour, origin: server.origin, cards: 1 })
    await stampCard(tablet, code)
    await context.setOffline(false)
    await tablet.goto(`${server.origin}/healthz`)
    await tablet.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('counterfoil', 9999)
          request.addEventListener('upgradeneeded', () => request.result.createObjectStore('later'))
          request.addEventListener('error', () => reject(new Error('cannot be upgraded')))
          request.addEventListener('success', () => {
            request.result.close()
            resolve()
          })
        }),
    )
    const older = await openTablet(context, server.origin)
    await untilLeads(older)
    expect(await status(older)).toMatchObject({ storage_trouble: null })
    await expect.poll(async () => (await outbox(older))[0]?.state).toBe('answered')
  })
})
