/** Screens that nobody wants to see: each has its words, one way on, and nothing for axe to find. */
import type { Page } from 'playwright/test'
import { sql } from '../harness/database'
import { must } from '../harness/shop'
import { inspect, KIOSK_SIZES } from './lib/inspect'
import type { KioskScreen } from './lib/kiosk-screen'
import { expect, hire, test } from './lib/story'

const look = (page: Page, name: string) => inspect(page, `kiosk-${name}`, KIOSK_SIZES)

test('over plain http, without storage, or with a disk that fails, the kiosk says what to do', async ({
  openContext,
  server,
  complaints,
}) => {
  test.setTimeout(120_000)
  const open = async (spoil: (page: Page) => Promise<unknown>, url: string): Promise<Page> => {
    const page = await (await openContext()).newPage()
    await spoil(page)
    await page.goto(url)
    return page
  }
  await test.step('plain http', async () => {
    // A name that is not this machine's own: browsers trust localhost without https.
    const page = await open(
      (opened) =>
        opened.route('http://shop.test/**', async (route) => {
          const { pathname } = new URL(route.request().url())
          await route.fulfill({ response: await opened.request.get(server.origin + pathname) })
        }),
      'http://shop.test/kiosk/',
    )
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    await expect(page.locator('[data-screen="insecure"]')).toContainText('needs a safe connection')
    const way = page.getByRole('link', { name: 'Open with https' })
    await expect(way).toHaveAttribute('href', 'https://shop.test/kiosk/')
    await look(page, 'insecure')
    await page.locator('label[lang="de"]').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Diese Seite braucht eine sichere Verbindung',
    )
    // The browser itself complains of the address; the page does not.
    expect(complaints.all.splice(0).filter((text) => !text.includes('untrustworthy'))).toEqual([])
  })
  await test.step('no IndexedDB', async () => {
    const page = await open(
      (opened) =>
        opened.addInitScript(() => {
          Object.defineProperty(window, 'indexedDB', { value: undefined })
        }),
      `${server.origin}/kiosk/`,
    )
    await expect(page.locator('[data-screen="no_storage"]')).toContainText('ordinary window')
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
    await look(page, 'no-storage')
  })
  await test.step('a database that cannot be opened', async () => {
    const page = await open(
      (opened) =>
        opened.addInitScript(() => {
          IDBFactory.prototype.open = () => {
            throw new DOMException('broken', 'UnknownError')
          }
        }),
      `${server.origin}/kiosk/`,
    )
    await expect(page.locator('[data-screen="storage"]')).toContainText('Storage cannot be opened')
    await look(page, 'storage')
  })
})

test('the first sync shows how far it is; a screen that breaks is mended by one touch', async ({
  openKiosk,
  harbour,
  complaints,
}) => {
  const kiosk = await openKiosk()
  const { page } = kiosk
  await kiosk.open()
  let goOn: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route('**/store/sync/pull?**', async (route) => {
    await held
    await route.continue()
  })
  await kiosk.camera.show(JSON.stringify((await harbour.pairing()).pairing))
  await expect(kiosk.screen('first-sync')).toContainText('Getting ready')
  await kiosk.camera.hide()
  await look(page, 'first-sync')
  goOn()
  await kiosk.atHome()

  await page.evaluate(() => {
    const { format } = Object.getOwnPropertyDescriptors(Intl.NumberFormat.prototype)
    Object.assign(window, {
      mend: () => Object.defineProperty(Intl.NumberFormat.prototype, 'format', format),
    })
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
      configurable: true,
      get: () => {
        throw new Error('this screen breaks')
      },
    })
  })
  await kiosk.button('This tablet').click()
  await expect(kiosk.screen('crashed')).toContainText('That was our mistake')
  await look(page, 'crashed')
  expect(complaints.all.splice(0).join()).toContain('this screen breaks')
  await page.evaluate(() => 'mend' in window && typeof window.mend === 'function' && window.mend())
  await kiosk.button('Back to the start').click()
  await kiosk.atHome()
})

/** Stamps offline what another tablet stamps meanwhile: the server will refuse ours. */
async function beRefusedLater(
  kiosk: KioskScreen,
  token: string,
  stampElsewhere: () => Promise<unknown>,
): Promise<void> {
  await kiosk.page.context().setOffline(true)
  await kiosk.says('offline', 0)
  await kiosk.filmCard(token)
  await kiosk.seesVerdict('Stamped', 'saved')
  await stampElsewhere()
  await kiosk.goOn()
  await kiosk.page.context().setOffline(false)
}

test('what the server refuses later stays until somebody has seen it, by keyboard too', async ({
  kiosk,
  harbour,
}) => {
  const { page } = kiosk
  const { token } = await harbour.card(await harbour.program())
  const other = await harbour.tablet()
  await kiosk.pair((await harbour.pairing()).pairing)
  await beRefusedLater(kiosk, token, async () =>
    must(await other.push([other.op('loyalty.stamp', { card_token: token })]), 200),
  )
  await expect(page.getByText('1 thing was refused later')).toBeVisible({ timeout: 30_000 })
  await look(page, 'home-notices')
  await kiosk.button('Have a look').focus()
  await page.keyboard.press('Enter')
  await expect(kiosk.screen('notices')).toContainText('Too soon')
  await look(page, 'notices')
  await kiosk.button('I have seen it').focus()
  await page.keyboard.press('Enter')
  await expect(kiosk.screen('notices')).toContainText('Nothing was refused')
  await page.keyboard.press('Escape')
  await kiosk.atHome()
  await expect(page.getByText('refused later')).toHaveCount(0)
})

test('a pairing whose year is over says so; nobody stays signed on through the next one', async ({
  kiosk,
  server,
  harbour,
}) => {
  test.setTimeout(120_000)
  const { page } = kiosk
  const person = await hire(harbour)
  const program = await harbour.program({ pin_required: true })
  const [first, second] = [await harbour.card(program), await harbour.card(program)]
  const { pairing, device } = await harbour.pairing()
  await kiosk.pair(pairing)
  await kiosk.stamp(first.token, person)
  await kiosk.seesVerdict('Stamped', 'confirmed')
  await kiosk.atHome()
  await expect(page.getByText(`${person.name} is signed on until`)).toBeVisible()
  const past = `update device set token_expires_at = now() - interval '1 minute' where id = $1`
  await sql(server.database.url, past, [device.id])
  await kiosk.status.click()
  await kiosk.button('Send now').click()
  await expect(kiosk.screen('expired')).toContainText('its year is over', { timeout: 40_000 })
  await look(page, 'expired')
  await kiosk.button('Pair again').click()
  await kiosk.pair((await harbour.pairing()).pairing)
  await expect(page.getByText('signed on until')).toHaveCount(0)
  await kiosk.filmCard(second.token)
  await expect(kiosk.screen('who')).toBeVisible()
})

test('storage emptied under an open page is told, and the tablet can be paired anew', async ({
  kiosk,
  harbour,
}) => {
  test.setTimeout(120_000)
  const { page } = kiosk
  const program = await harbour.program()
  const [first, second] = [await harbour.card(program), await harbour.card(program)]
  await kiosk.pair((await harbour.pairing()).pairing)
  await kiosk.filmCard(first.token)
  await kiosk.seesVerdict('Stamped', 'confirmed')
  await kiosk.atHome()
  const session = await page.context().newCDPSession(page)
  const { origin } = kiosk.server
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
  await expect(kiosk.screen('cleared')).toContainText('storage was cleared', { timeout: 20_000 })
  await look(page, 'cleared')
  await kiosk.button('Pair again').click()
  await kiosk.pair((await harbour.pairing()).pairing)
  await kiosk.filmCard(second.token)
  await kiosk.seesVerdict('Stamped', 'confirmed')
})

test('without WebAssembly and without the platform’s own reader, cards are still read', async ({
  openKiosk,
  harbour,
  complaints,
}) => {
  test.setTimeout(120_000)
  const kiosk = await openKiosk({ serviceWorkers: 'block' })
  const { page } = kiosk
  await page.addInitScript(() => Reflect.deleteProperty(window, 'BarcodeDetector'))
  await page.context().route('**/*.wasm', (route) => route.abort())
  await kiosk.open()
  const { token } = await harbour.card(await harbour.program())
  const { typed_code } = (await harbour.pairing()) as unknown as { typed_code: string }
  await kiosk.button('Type the code instead').click()
  await page.getByRole('textbox', { name: 'Pairing code' }).fill(typed_code)
  await page.keyboard.press('Enter')
  await kiosk.filmCard(token)
  await kiosk.seesVerdict('Stamped', 'confirmed')
  await kiosk.goOn()
  await kiosk.button('This tablet').click()
  const row = (name: string) => page.locator('dl div').filter({ hasText: name })
  await expect(row('Code reader')).toContainText('zxing-js')
  await expect(row('Last sync error')).toContainText('none')
  // The reader that could not be had says so to the console, and only that.
  expect(complaints.all.splice(0).filter((text) => !text.includes('wasm'))).toEqual([
    expect.stringContaining('falling back to ArrayBuffer instantiation'),
  ])
})
