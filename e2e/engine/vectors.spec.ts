import { vectorsOf } from '@counterfoil/domain/vectors'
import { expect, test } from 'playwright/test'
import { bundlePage } from './bundle'

/** IndexedDB and WebCrypto want an origin that browsers trust. */
const PAGE = 'http://localhost:9/vectors'

interface VectorsWindow extends Window {
  readonly runVectors: () => Promise<
    readonly { readonly name: string; readonly answers: readonly unknown[]; state: unknown }[]
  >
}
declare const window: VectorsWindow

test('a tablet by itself answers as the golden vectors say', async ({ page, context }) => {
  const script = await bundlePage('vectors-page')
  await context.route(PAGE, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>vectors</title>' }),
  )
  await page.goto(PAGE)
  await page.addScriptTag({ content: script, type: 'module' })
  await page.waitForFunction(() => 'runVectors' in window)
  const outcomes = await page.evaluate(() => window.runVectors())
  const vectors = vectorsOf('tablet')
  expect(vectors.length).toBeGreaterThan(30)
  expect(outcomes.map(({ name, answers }) => ({ name, answers }))).toEqual(
    vectors.map(({ name, ops }) => ({
      name,
      answers: ops.map(({ verdict, detail = {}, flags = [] }) => ({ verdict, detail, flags })),
    })),
  )
  expect(outcomes.map(({ state }) => state)).toMatchObject(vectors.map(({ after = {} }) => after))
})
