/** The filmed camera itself: a bare page with a decoder must read what the test shows. */
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { once } from 'node:events'
import type { Page } from 'playwright/test'
import { noiseFrame, twoCodesFrame } from '../frames'
import { expect, test } from '../test'

const zxing = dirname(dirname(dirname(createRequire(import.meta.url).resolve('zxing-wasm/reader'))))

const PAGE = `<!doctype html><video autoplay muted playsinline></video><script type="module">
import { prepareZXingModule, readBarcodes } from '/es/reader/index.js'
prepareZXingModule({ overrides: { locateFile: () => '/reader/zxing_reader.wasm' } })
const video = document.querySelector('video')
video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } })
await video.play()
const canvas = new OffscreenCanvas(1280, 720)
const context = canvas.getContext('2d', { willReadFrequently: true })
window.seen = []
window.pictures = 0
for (;;) {
  await new Promise((next) => video.requestVideoFrameCallback(next))
  context.drawImage(video, 0, 0)
  const picture = context.getImageData(0, 0, 1280, 720)
  const codes = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true })
  window.seen = codes.map((code) => code.text).sort()
  window.pictures += 1
}
</script>`

const TYPES: Record<string, string> = { js: 'text/javascript', wasm: 'application/wasm' }

let server: Server
let origin = ''

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '/'
    if (path === '/') {
      response.setHeader('content-type', 'text/html').end(PAGE)
      return
    }
    response.setHeader('content-type', TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain')
    readFile(join(zxing, path)).then(
      (body) => response.end(body),
      () => response.writeHead(404).end(),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  origin = `http://127.0.0.1:${address.port}`
})

test.afterAll(() => void server.close())

const seen = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { seen: string[] }).seen)

async function open(page: Page): Promise<void> {
  await page.goto(origin)
  await page.waitForFunction(() => (window as unknown as { pictures: number }).pictures > 2)
}

test('a running page sees one code after the other and nothing in between', async ({
  page,
  camera,
}) => {
  await open(page)
  expect(await seen(page)).toEqual([])
  for (const text of ['https://counterfoil.example/c/AAAA', 'https://counterfoil.example/c/BBBB']) {
    const start = performance.now()
    await camera.show(text)
    await expect.poll(() => seen(page), { intervals: [10] }).toEqual([text])
    test.info().annotations.push({
      type: 'camera to page',
      description: `${(performance.now() - start).toFixed(0)} ms`,
    })
    await camera.hide()
    await expect.poll(() => seen(page)).toEqual([])
  }
})

test('a page opened later sees the same camera', async ({ page, context, camera }) => {
  await camera.show('first')
  await open(page)
  await expect.poll(() => seen(page)).toEqual(['first'])
  await camera.show('second')
  const other = await context.newPage()
  await open(other)
  await expect.poll(() => seen(other)).toEqual(['second'])
  await expect.poll(() => seen(page)).toEqual(['second'])
})

test('spoilt pictures are still codes, and noise is none', async ({ page, camera }) => {
  await open(page)
  const views = {
    dark: { light: 0.25 },
    turned: { rotate: 33 },
    soft: { blur: 3 },
    grainy: { noise: 40 },
    inverted: { inverted: true },
    small: { scale: 5 },
  }
  for (const [name, view] of Object.entries(views)) {
    await camera.show(name, view)
    await expect.poll(() => seen(page), { message: name }).toEqual([name])
  }
  await camera.show(noiseFrame(camera.size))
  await expect.poll(() => seen(page)).toEqual([])
  await camera.show(twoCodesFrame(camera.size, 'left', 'right'))
  await expect.poll(() => seen(page)).toEqual(['left', 'right'])
})

test('a code of the greatest length fits the picture', async ({ page, camera }) => {
  await open(page)
  const text = 'x'.repeat(2_000)
  await camera.show(text)
  await expect.poll(() => seen(page)).toEqual([text])
})
