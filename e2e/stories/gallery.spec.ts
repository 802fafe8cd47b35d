/** Every component of the design system on one page each, in every state: nothing for axe to find. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import { axeFaults } from '../harness/axe'
import { expect, test } from '../harness/test'

const GALLERY = join(
  dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  'packages/ui/gallery',
)

test('axe finds nothing in the gallery, light or dark', async ({ page }) => {
  test.setTimeout(120_000)
  const outDir = await mkdtemp(join(tmpdir(), 'counterfoil-gallery-'))
  const gallery = {
    root: GALLERY,
    configFile: join(GALLERY, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  } as const
  await build(gallery)
  const server = await preview({ ...gallery, preview: { port: 0, host: '127.0.0.1' } })
  const [origin = ''] = server.resolvedUrls?.local ?? []
  const faults: string[] = []
  for (const view of ['console', 'parts', 'kiosk']) {
    for (const theme of ['light', 'dark']) {
      await page.goto(`${origin}?view=${view}&theme=${theme}`)
      await expect(page.getByRole('heading').first()).toBeVisible()
      faults.push(...(await axeFaults(page)).map((fault) => `${view}, ${theme}: ${fault}`))
    }
  }
  await server.close()
  await rm(outDir, { recursive: true, force: true })
  expect(faults).toEqual([])
})
