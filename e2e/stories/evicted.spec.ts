/** Browsers that are short of space take a tablet's database away, also while it is open. */
import type { KioskScreen } from './lib/kiosk-screen'
import { setUpCounter, stampAll } from './lib/queue'
import { expect, test } from './lib/story'

/** What eviction takes: databases and caches; small values that are kept apart stay. */
async function evict(kiosk: KioskScreen): Promise<void> {
  const session = await kiosk.page.context().newCDPSession(kiosk.page)
  await session.send('Storage.clearDataForOrigin', {
    origin: kiosk.server.origin,
    storageTypes: 'indexeddb,cache_storage',
  })
}

test('a tablet whose database is taken while it is open says so, and works again once paired', async ({
  kiosk,
  harbour,
}) => {
  const counter = await setUpCounter(kiosk, harbour, 2)
  await kiosk.page.context().setOffline(true)
  await kiosk.says('offline', 0)
  await stampAll(kiosk, counter.tokens.slice(0, 1))
  await evict(kiosk)
  await expect(kiosk.screen('unpaired')).toContainText('This tablet has lost its memory')
  await expect(kiosk.screen('unpaired')).toContainText('The console shows what is missing')
  await kiosk.page.context().setOffline(false)
  await kiosk.page.reload()
  await expect(kiosk.screen('unpaired')).toContainText('This tablet has lost its memory')

  const { body } = await harbour.owner.post<{ pairing: Parameters<typeof kiosk.pair>[0] }>(
    `/merchant/devices/${counter.device_id}/pairing`,
  )
  await kiosk.pair(body.pairing)
  await stampAll(kiosk, counter.tokens.slice(1))
  await kiosk.says('online', 0)
  expect((await kiosk.rows('outbox')).map(({ seq, state }) => [seq, state])).toEqual([
    [1, 'answered'],
  ])
})
