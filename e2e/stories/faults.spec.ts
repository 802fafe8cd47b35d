/** What shops do to tablets and networks: nothing that was shown as saved is lost, or counted twice. */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FaultyProxy } from '../harness/faulty-proxy'
import { copyProduct, ProductServer } from '../harness/server'
import { Shop } from '../harness/shop'
import { KioskScreen, seeInstalled } from './lib/kiosk-screen'
import { seeHealed, setUpCounter, stampAll } from './lib/queue'
import { expect, test } from './lib/story'

test.use({ serviceWorkers: 'allow' })

const HOUR = 3_600_000

test('of two tabs one leads and the other says so; when it goes, the other takes over', async ({
  kiosk,
  harbour,
}) => {
  const counter = await setUpCounter(kiosk, harbour, 2)
  const second = new KioskScreen(await kiosk.page.context().newPage(), kiosk.server, kiosk.camera)
  await second.open()
  await expect(second.screen('other-tab')).toContainText('Another window is at work')
  await kiosk.page.bringToFront()
  await stampAll(kiosk, counter.tokens.slice(0, 1))
  await expect(second.screen('other-tab')).toBeVisible()
  await kiosk.page.close()
  await second.page.bringToFront()
  await second.atHome()
  await stampAll(second, counter.tokens.slice(1))
  await seeHealed(second, counter, 2)
})

test('a new version waits until nobody is there, and takes the queue along', async ({
  openContext,
  camera,
}) => {
  test.setTimeout(120_000)
  const folder = await copyProduct(await mkdtemp(join(tmpdir(), 'counterfoil-product-')))
  const server = await ProductServer.start({ product: folder })
  const harbour = await Shop.open(server, 'owner@harbour.example')
  const context = await openContext()
  const page = await context.newPage()
  await page.clock.install()
  const kiosk = new KioskScreen(page, server, camera)
  await kiosk.open()
  const counter = await setUpCounter(kiosk, harbour, 2)
  await seeInstalled(page)
  await page.reload()
  await kiosk.atHome()

  // The pages come through, the operations do not.
  await context.route('**/api/v1/store/**', (route) => route.abort())
  await stampAll(kiosk, counter.tokens.slice(0, 1))
  await publishChange(folder)
  await server.stop()
  await server.boot()
  const version = () => page.locator('meta[name="version-of-test"]').count()

  await kiosk.button('Type the code').click()
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration?.update()
  })
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration()
        return registration?.waiting !== null && registration?.waiting !== undefined
      }),
    )
    .toBe(true)
  await expect(kiosk.screen('typing')).toBeVisible()
  expect(await version()).toBe(0)
  await kiosk.button('Back to scanning').click()
  await kiosk.atHome()
  expect(await version()).toBe(0)
  await page.clock.fastForward(46_000)
  await expect.poll(version, { timeout: 20_000 }).toBe(1)
  await kiosk.atHome()
  await expect(kiosk.status).toHaveAttribute('data-waiting', '1')
  expect(await kiosk.unsent()).toEqual([1])

  await context.unroute('**/api/v1/store/**')
  await stampAll(kiosk, counter.tokens.slice(1))
  await seeHealed(kiosk, counter, 2)
  await page.close()
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

/** Another kiosk build in the same place: its page says so, and the list of what to keep names it. */
async function publishChange(folder: string): Promise<void> {
  const dist = join(folder, 'apps/kiosk/dist')
  const page = await readFile(join(dist, 'index.html'), 'utf8')
  const changed = page.replace('</head>', '<meta name="version-of-test" content="2" /></head>')
  await writeFile(join(dist, 'index.html'), changed)
  const worker = await readFile(join(dist, 'sw.js'), 'utf8')
  const kept = /"integrity":"[^"]+","revision":"[0-9a-f]+","url":"index\.html"/
  if (!kept.test(worker)) throw new Error('the service worker keeps its list differently')
  const integrity = `sha256-${createHash('sha256').update(changed).digest('base64')}`
  const entry = `"integrity":"${integrity}","revision":"0123456789abcdef","url":"index.html"`
  await writeFile(join(dist, 'sw.js'), worker.replace(kept, entry))
  for (const name of ['index.html', 'sw.js']) await rm(join(dist, `${name}.br`), { force: true })
}

test('a tab that dies while it writes: what was shown as saved is there, all else never was', async ({
  kiosk,
  harbour,
}) => {
  const counter = await setUpCounter(kiosk, harbour, 4)
  await seeInstalled(kiosk.page)
  const context = kiosk.page.context()
  await context.setOffline(true)
  await kiosk.says('offline', 0)
  let tablet = kiosk
  let shown = 0
  for (const [turn, token] of counter.tokens.entries()) {
    const session = await context.newCDPSession(tablet.page)
    const gone = new Promise((resolve) => tablet.page.once('crash', resolve))
    if (turn % 2 === 0) {
      // At the first moment at which a person could have read it.
      await tablet.filmCard(token)
      await tablet.page.waitForFunction(() => document.querySelector('[data-saved]') !== null)
      shown += 1
    } else {
      // While it is looked up, judged or written.
      await tablet.camera.show(tablet.cardText(token))
      await tablet.page.waitForFunction(
        () => document.querySelector('[data-screen="home"][inert]') !== null,
      )
    }
    void session.send('Page.crash').catch(() => undefined)
    await gone
    await tablet.page.close()
    await tablet.camera.hide()
    tablet = new KioskScreen(await context.newPage(), kiosk.server, kiosk.camera)
    await tablet.open()
    await tablet.atHome()
    const unsent = await tablet.unsent()
    expect(unsent.length).toBeGreaterThanOrEqual(shown)
    expect(unsent.length).toBeLessThanOrEqual(turn + 1)
    expect(unsent.toSorted((a, b) => a - b)).toEqual(unsent.map((_, index) => index + 1))
    expect(await tablet.rows('effects')).toHaveLength(unsent.length)
    shown = unsent.length
  }
  await context.setOffline(false)
  await seeHealed(tablet, counter, shown)
})

test('a server that is killed while it takes a batch has every operation once', async ({
  openKioskOn,
}) => {
  test.setTimeout(120_000)
  const server = await ProductServer.start()
  const harbour = await Shop.open(server, 'owner@harbour.example')
  const kiosk = await openKioskOn(server)
  await kiosk.open()
  const counter = await setUpCounter(kiosk, harbour, 4)
  const context = kiosk.page.context()
  await context.setOffline(true)
  await kiosk.says('offline', 0)
  await stampAll(kiosk, counter.tokens)
  const pushed = kiosk.page.waitForRequest((request) => {
    const body = request.postData() ?? ''
    return request.url().endsWith('/sync/push') && body.includes('loyalty.stamp')
  })
  await context.setOffline(false)
  await pushed
  await server.kill9()
  await kiosk.says('offline', 4)
  await server.boot()
  await seeHealed(kiosk, counter, 4)
  await kiosk.page.close()
  await server.close()
})

test('a server that is away for an hour finds everything when it is back', async ({
  openKioskOn,
}) => {
  test.setTimeout(180_000)
  const server = await ProductServer.start()
  const harbour = await Shop.open(server, 'owner@harbour.example')
  const kiosk = await openKioskOn(server)
  const { page } = kiosk
  // An hour slow, so that the hour that is skipped below brings it to the present.
  await page.clock.install({ time: Date.now() - HOUR })
  await kiosk.open()
  const counter = await setUpCounter(kiosk, harbour, 3)
  await server.stop()
  await stampAll(kiosk, counter.tokens.slice(0, 2))
  await kiosk.says('offline', 2)
  await page.clock.fastForward(HOUR)
  await kiosk.atHome()
  await stampAll(kiosk, counter.tokens.slice(2))
  await kiosk.says('offline', 3)
  await kiosk.status.click()
  await expect(kiosk.screen('queue')).toContainText('Offline. Everything is kept here')
  await expect(page.locator('[data-state="waiting"]')).toHaveCount(3)
  await kiosk.button('Back to scanning').click()
  await server.boot()
  await seeHealed(kiosk, counter, 3)
  await page.close()
  await server.close()
})

test('a portal that answers everything, and a network that comes and goes', async ({
  openContext,
  server,
  camera,
  harbour,
}) => {
  test.setTimeout(150_000)
  const proxy = await FaultyProxy.open(server.origin)
  const page = await (await openContext()).newPage()
  const kiosk = new KioskScreen(page, server, camera)
  await page.goto(`${proxy.origin}/kiosk/`)
  const counter = await setUpCounter(kiosk, harbour, 5)
  await seeInstalled(page)
  const network = (kind: 'pass' | 'portal' | 'refuse' | 'black-hole'): void => {
    proxy.fault = { kind }
    proxy.disconnect()
  }

  await test.step('a captive portal is no server', async () => {
    network('portal')
    await stampAll(kiosk, counter.tokens.slice(0, 1))
    await kiosk.says('offline', 1)
    await page.reload()
    await kiosk.atHome()
    await expect(kiosk.status).toHaveAttribute('data-waiting', '1')
    network('pass')
    await seeHealed(kiosk, counter, 1)
  })

  await test.step('a line that swallows everything is waited out', async () => {
    network('black-hole')
    await kiosk.filmCard(counter.tokens[1] ?? '')
    await kiosk.seesVerdict('Stamped', 'saved')
    await kiosk.atHome()
    network('pass')
    await seeHealed(kiosk, counter, 2)
  })

  await test.step('up for 200 ms, down for 800', async () => {
    let up = false
    let turns = 0
    const flapping = setInterval(() => {
      turns += 1
      if (up === (turns % 5 === 0)) return
      up = !up
      network(up ? 'pass' : 'refuse')
    }, 200)
    await stampAll(kiosk, counter.tokens.slice(2))
    clearInterval(flapping)
    network('pass')
    await seeHealed(kiosk, counter, 5)
  })
  await page.close()
  await proxy.close()
})

test('a clock that is set while the queue is full is noticed, and times are put right', async ({
  openKiosk,
  harbour,
}) => {
  const kiosk = await openKiosk()
  const { page } = kiosk
  await page.clock.install()
  await kiosk.open()
  const counter = await setUpCounter(kiosk, harbour, 3)
  await page.context().setOffline(true)
  await kiosk.says('offline', 0)
  await stampAll(kiosk, counter.tokens.slice(0, 1))
  await page.clock.setSystemTime(Date.now() + 24 * HOUR)
  await stampAll(kiosk, counter.tokens.slice(1, 2))
  await expect(kiosk.status).toContainText('Check the clock')
  await page.clock.setSystemTime(Date.now() - 24 * HOUR)
  await stampAll(kiosk, counter.tokens.slice(2, 3))
  await page.context().setOffline(false)
  const operations = await seeHealed(kiosk, counter, 3)
  for (const { occurred_at } of operations) {
    expect(Math.abs(Date.parse(occurred_at) - Date.now())).toBeLessThan(120_000)
  }
  expect(operations.slice(1).flatMap(({ verdict }) => verdict.flags)).toContain('CLOCK_UNCERTAIN')
  await expect(kiosk.status).toContainText('Check the clock')
})

test('a tablet whose storage was cleared says that it is not paired, and can be paired anew', async ({
  kiosk,
  harbour,
}) => {
  const counter = await setUpCounter(kiosk, harbour, 3)
  await stampAll(kiosk, counter.tokens.slice(0, 1))
  await kiosk.says('online', 0)
  const session = await kiosk.page.context().newCDPSession(kiosk.page)
  await session.send('Storage.clearDataForOrigin', {
    origin: kiosk.server.origin,
    storageTypes: 'indexeddb,local_storage,service_workers,cache_storage',
  })
  await kiosk.page.reload()
  await expect(kiosk.screen('unpaired')).toContainText('This tablet is not paired yet')
  const { body } = await harbour.owner.post<{ pairing: Parameters<typeof kiosk.pair>[0] }>(
    `/merchant/devices/${counter.device_id}/pairing`,
  )
  await kiosk.pair(body.pairing)
  await stampAll(kiosk, counter.tokens.slice(1, 2))
  await kiosk.says('online', 0)
})
