/** Browsers that are short of space take a tablet's database and caches; what stays tells of it. */
import { setUpCounter, stampAll } from './lib/queue'
import { expect, test } from './lib/story'

test.use({ serviceWorkers: 'allow' })

test('a tablet whose database was taken while it was off says so at its next start', async ({
  kiosk,
  harbour,
}) => {
  test.setTimeout(120_000)
  const counter = await setUpCounter(kiosk, harbour, 2)
  await stampAll(kiosk, counter.tokens.slice(0, 1))
  await kiosk.says('online', 0)
  const { page, server } = kiosk
  await page.goto(`${server.origin}/healthz`)
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', {
    origin: server.origin,
    storageTypes: 'indexeddb,cache_storage,service_workers',
  })
  await kiosk.open()
  await expect(kiosk.screen('cleared')).toContainText('storage was cleared')

  const { body } = await harbour.owner.post<{ pairing: Parameters<typeof kiosk.pair>[0] }>(
    `/merchant/devices/${counter.device_id}/pairing`,
  )
  await kiosk.button('Pair again').click()
  await kiosk.pair(body.pairing)
  await stampAll(kiosk, counter.tokens.slice(1))
  await kiosk.says('online', 0)
  expect((await kiosk.rows('outbox')).map(({ seq, state }) => [seq, state])).toEqual([
    [1, 'answered'],
  ])
})
