import type { Page } from 'playwright/test'
import type { Shop } from '../conformance/world'
import type { EngineWindow } from './engine-window'
import { expect, outbox, pair, stampCard, test, untilSynced } from './fixture'

declare const window: EngineWindow

const PUSH = '**/store/sync/push'

/** A paired tablet and the codes of some cards. */
async function ready(page: Page, harbour: Shop, origin: string, cards: number): Promise<string[]> {
  const program = await harbour.program()
  const made = await Promise.all(Array.from({ length: cards }, () => harbour.card(program)))
  await pair(page, (await harbour.pairing()).pairing)
  await untilSynced(page)
  return made.map(({ token }) => `${origin}/c/${token}`)
}

async function drained(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => window.engine.kiosk.live.status.get().waiting), {
      timeout: 90_000,
    })
    .toBe(0)
}

const states = async (page: Page) => (await outbox(page)).map(({ state }) => state)

test('a captive portal’s pages are no answers: everything waits, then goes up', async ({
  tablet,
  context,
  server,
  harbour,
}) => {
  test.setTimeout(150_000)
  const [code = ''] = await ready(tablet, harbour, server.origin, 1)
  await context.route('**/api/**', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome to our WiFi</h1>' }),
  )
  expect(await stampCard(tablet, code)).toMatchObject({ by: 'tablet' })
  await expect
    .poll(() => tablet.evaluate(() => window.engine.kiosk.live.status.get().network))
    .toBe('offline')
  expect(await states(tablet)).toEqual(['queued'])
  await context.unroute('**/api/**')
  await drained(tablet)
  expect(await states(tablet)).toEqual(['answered'])
})

test('an answer lost after the commit: sent again, same verdict, one entry in the ledger', async ({
  tablet,
  context,
  server,
  harbour,
}) => {
  test.setTimeout(150_000)
  const [code = ''] = await ready(tablet, harbour, server.origin, 1)
  let lost = 0
  await context.route(PUSH, async (route) => {
    if (lost === 2) return route.continue()
    const answer = await route.fetch()
    const stored = answer.status() === 200 && (await answer.text()).includes('"accepted"')
    if (stored) {
      lost += 1
      await route.abort()
    } else {
      await route.fulfill({ response: answer })
    }
  })
  expect(await stampCard(tablet, code)).toMatchObject({ kind: 'decided' })
  await drained(tablet)
  expect(lost).toBe(2)
  const [row] = await outbox(tablet)
  expect(row?.verdict).toMatchObject({ status: 'accepted' })
  const entries = await harbour.owner.all<{ op_id: string }>('/merchant/ledger')
  expect(entries.filter(({ op_id }) => op_id === row?.id)).toHaveLength(1)
})

test('a server killed and started again finds the tablet as it left it', async ({
  tablet,
  server,
  harbour,
}) => {
  test.setTimeout(200_000)
  const codes = await ready(tablet, harbour, server.origin, 3)
  await stampCard(tablet, codes[0] ?? '')
  await server.kill9()
  expect(await stampCard(tablet, codes[1] ?? '')).toMatchObject({ by: 'tablet' })
  expect(await stampCard(tablet, codes[2] ?? '')).toMatchObject({ by: 'tablet' })
  await server.boot()
  await drained(tablet)
  expect(await states(tablet)).toEqual(['answered', 'answered', 'answered'])
})

test('one operation that no batch can hold is parked; its neighbours go up', async ({
  tablet,
  context,
  server,
  harbour,
}) => {
  test.setTimeout(150_000)
  const codes = await ready(tablet, harbour, server.origin, 4)
  await context.setOffline(true)
  for (const code of codes) await stampCard(tablet, code)
  const bad = (await outbox(tablet))[1]?.id ?? ''
  await context.route(PUSH, (route) => {
    const sent = route.request().postData() ?? ''
    if (!sent.includes(bad)) return route.continue()
    const problem = { code: 'BATCH_MALFORMED', status: 400, request_id: 'r', title: '', detail: '' }
    return route.fulfill({
      status: 400,
      contentType: 'application/problem+json',
      body: JSON.stringify({ ...problem, type: '/problems/BATCH_MALFORMED' }),
    })
  })
  await context.setOffline(false)
  await drained(tablet)
  expect(await states(tablet)).toEqual(['answered', 'parked', 'answered', 'answered'])
  await context.unroute(PUSH)
  await tablet.evaluate(() => window.engine.kiosk.retryNow())
  await expect.poll(async () => (await states(tablet))[1]).toBe('answered')
})
