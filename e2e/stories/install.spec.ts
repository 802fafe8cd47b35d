/** What makes the kiosk an app: installable, whole without a network, and within its own policy. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright/test'
import { measureKiosk } from '../../scripts/lib/kiosk-size'
import { ROOT } from '../../scripts/lib/repository'
import { CHROMIUM_FLAGS, findChromium } from '../harness/chromium'
import { watchPolicy } from './lib/complaints'
import { seeInstalled } from './lib/kiosk-screen'
import { expect, TABLET, test } from './lib/story'

test.use({ serviceWorkers: 'allow' })

interface Manifest {
  readonly display: string
  readonly start_url: string
  readonly icons: readonly {
    readonly src: string
    readonly sizes: string
    readonly purpose: string
  }[]
  readonly screenshots: readonly { readonly src: string; readonly sizes: string }[]
  readonly shortcuts: readonly { readonly url: string }[]
}

test('Chromium would install it', async ({ server, camera }) => {
  // A lasting profile: a passing one is "incognito", where nothing can be installed.
  const folder = await mkdtemp(join(tmpdir(), 'counterfoil-profile-'))
  const context = await chromium.launchPersistentContext(folder, {
    ...TABLET,
    executablePath: findChromium(),
    args: [...CHROMIUM_FLAGS, ...camera.flags],
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(`${server.origin}/kiosk/`)
  await seeInstalled(page)
  const session = await context.newCDPSession(page)
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  expect(installabilityErrors).toEqual([])
  const { url, errors, data } = await session.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const manifest = JSON.parse(data ?? '') as Manifest
  expect(manifest).toMatchObject({ display: 'fullscreen', start_url: '/kiosk/' })
  const purposes = manifest.icons.map(({ purpose, sizes }) => `${purpose} ${sizes}`)
  expect(purposes).toEqual(
    expect.arrayContaining(['any 192x192', 'any 512x512', 'maskable 192x192', 'maskable 512x512']),
  )
  expect(manifest.shortcuts.length).toBeGreaterThan(0)
  const pictures = [...manifest.icons, ...manifest.screenshots]
  for (const { src, sizes } of pictures.filter(({ sizes: size }) => size !== 'any')) {
    const real = await page.evaluate(async (address) => {
      const response = await fetch(address)
      const { width, height } = await createImageBitmap(await response.blob())
      return `${width}x${height}`
    }, new URL(src, url).href)
    expect(real, src).toBe(sizes)
  }
  await context.close()
  await rm(folder, { recursive: true, force: true })
})

test('once opened, it starts without any network, decoder included', async ({ kiosk, harbour }) => {
  const { page } = kiosk
  await seeInstalled(page)
  const { token } = await harbour.card(await harbour.program())
  await kiosk.pair((await harbour.pairing()).pairing)
  await page.close()
  const context = page.context()
  await context.setOffline(true)
  const later = await context.newPage()
  await later.goto(`${kiosk.server.origin}/kiosk/?job=loyalty`)
  await expect(later.locator('[data-camera="live"]').first()).toBeVisible()
  await kiosk.camera.show(kiosk.cardText(token))
  await expect(later.locator('[data-saved="saved"]').first()).toBeVisible()
  await later.locator('[data-screen="verdict"]').waitFor({ state: 'detached' })
  await later.getByRole('button', { name: 'This tablet' }).click()
  const fact = later.locator('dl > div', { hasText: 'Starts without network' })
  await expect(fact.locator('dd')).toHaveText('yes')
})

test('before codes can be read nothing is fetched that the size check does not count', async ({
  kiosk,
  harbour,
}) => {
  const { page } = kiosk
  await kiosk.pair((await harbour.pairing()).pairing)
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  await page.reload()
  await expect.poll(() => fetched.some((path) => path.includes('/all-pages-'))).toBe(true)
  const scripts = fetched.filter((path) => path.endsWith('.js'))
  const decoder = scripts.findIndex((path) => /\/(barcode-detector|wasm|zxing)/.test(path))
  const { files } = await measureKiosk(join(ROOT, 'apps/kiosk/dist'))
  const counted = new Set(files.map(({ name }) => `/kiosk/${name}`))
  // The check counts the largest of the languages, whichever is spoken here.
  const extra = scripts.slice(0, decoder).filter((path) => !counted.has(path))
  expect(extra.filter((path) => !path.includes('/for-kiosk-'))).toEqual([])
  expect(decoder).toBeGreaterThan(0)
})

test('every page keeps to its content policy', async ({ openContext, server }) => {
  const page = await (await openContext()).newPage()
  await watchPolicy(page)
  const places = ['/', '/kiosk/', '/console/', '/api/v1/docs', '/demo/sheet', '/problems/NOT_FOUND']
  for (const place of places) {
    const answer = await page.goto(server.origin + place)
    expect(answer?.status(), place).toBe(200)
    const policy = answer?.headers()['content-security-policy'] ?? ''
    expect(policy, place).toContain("default-src 'none'")
    expect(policy, place).not.toContain('unsafe-inline')
    await expect(page.locator('h1, [data-screen]').first()).toBeVisible()
  }
})
