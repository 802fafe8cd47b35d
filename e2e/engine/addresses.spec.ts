import type { Page } from 'playwright/test'
import type { EngineWindow } from './engine-window'
import { expect, pair, test, untilSynced } from './fixture'

declare const window: EngineWindow

const OLD = 'https://cards.old.example/shop'

const kindOf = (page: Page, text: string) =>
  page.evaluate(async (code) => (await window.engine.kiosk.identify(code)).kind, text)

/** As if the tablet had been paired while the server had another public address. */
function moveServer(page: Page): Promise<void> {
  return page.evaluate(async (old) => {
    const { db } = window.engine
    const { value } = (await db.meta.get('identity')) as { value: object }
    await db.meta.put({ key: 'identity', value: { ...value, api_url: `${old}/api/v1` } } as never)
    await db.meta.delete('public_urls')
  }, OLD)
}

test('cards printed under an earlier address of the same merchant are still read', async ({
  tablet,
  server,
  harbour,
  rival,
}) => {
  const { token } = await harbour.card(await harbour.program())
  const text = `${OLD}/c/${token}`
  await pair(tablet, (await harbour.pairing()).pairing)
  await untilSynced(tablet)
  expect(await kindOf(tablet, text)).toBe('other')
  await moveServer(tablet)
  expect(await kindOf(tablet, text)).toBe('card')
  // Two pairings later the oldest address is still known, beside the newest.
  for (let times = 0; times < 2; times += 1) {
    await pair(tablet, (await harbour.pairing()).pairing)
    await untilSynced(tablet)
  }
  expect(await kindOf(tablet, text)).toBe('card')
  expect(await kindOf(tablet, `${server.origin}/c/${token}`)).toBe('card')

  await pair(tablet, (await rival.pairing()).pairing)
  expect(await kindOf(tablet, text)).toBe('other')
})
