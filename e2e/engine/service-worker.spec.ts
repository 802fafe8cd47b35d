import { expect, test, type Page } from 'playwright/test'
import { StaticKiosk } from './static-kiosk'

let kiosk: StaticKiosk
test.beforeAll(async () => {
  kiosk = await StaticKiosk.start()
})
test.afterAll(() => kiosk.close())

/** The first visit; resolves when everything is kept for later. */
async function install(page: Page): Promise<void> {
  await page.goto(kiosk.url)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

test('once installed, every address of the kiosk starts cold without a network', async ({
  page,
  context,
}) => {
  await install(page)
  await page.close()
  await context.setOffline(true)
  for (const address of ['', '?job=clock', 'deep/link']) {
    const cold = await context.newPage()
    await cold.goto(kiosk.url + address)
    await expect(cold.locator('main')).not.toBeEmpty()
    await cold.close()
  }
})

test('everything the kiosk may ever load is kept: decoders and sealing too', async ({ page }) => {
  await install(page)
  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return lists.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(kept.some((path) => path.endsWith('.wasm'))).toBe(true)
  expect(kept.some((path) => /\/jose-[\w-]+\.js$/.test(path))).toBe(true)
  expect(kept.filter((path) => path.startsWith('/api/'))).toEqual([])
})

test('a page that a portal puts in the place of a part is not kept, and the part is fetched later', async ({
  page,
}) => {
  await page.clock.install()
  const portal = { path: /zxing-js-/, met: 0 }
  kiosk.portal = portal
  await page.goto(kiosk.url)
  await expect.poll(() => portal.met).toBeGreaterThan(0)
  kiosk.portal = null
  await expect
    .poll(async () => {
      await page.clock.fastForward('01:00')
      return page.evaluate(() => navigator.serviceWorker.controller !== null)
    })
    .toBe(true)
  const kept = await page.evaluate(async () => {
    const texts: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const key of await cache.keys()) {
        texts.push((await (await cache.match(key))?.text()) ?? '')
      }
    }
    return texts
  })
  expect(kept.length).toBeGreaterThan(40)
  expect(kept.filter((text) => text.includes('accept our terms'))).toEqual([])
})

test('a new version waits; it does not reload a page that is in use', async ({ page }) => {
  await install(page)
  await page.evaluate(() => {
    document.body.dataset['untouched'] = 'yes'
  })
  kiosk.version += 1
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update()
  })
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null)
  await expect(page.locator('body')).toHaveAttribute('data-untouched', 'yes')
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)).toBe(
    'activated',
  )
})
