import type { BrowserContext, Page } from 'playwright/test'
import { bundleEngine } from './bundle'

let bundle: Promise<string> | undefined

/** Where the engine runs, on whatever origin: beside the kiosk, but without its service worker. */
const PATH = '/kiosk/engine-test'

/** Makes the engine's page answer in a context, as if the server served it. */
export async function serveEngine(context: BrowserContext, origin: string): Promise<void> {
  bundle ??= bundleEngine()
  const script = await bundle
  await context.route(`${origin}${PATH}`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>engine</title><script type="module" src="${PATH}.js"></script>`,
    }),
  )
  await context.route(`${origin}${PATH}.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  )
}

/** A tab with a running engine. @param prepare what to do with the page before the engine starts */
export async function openTablet(
  context: BrowserContext,
  origin: string,
  prepare: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<Page> {
  const page = await context.newPage()
  await prepare(page)
  await page.goto(`${origin}${PATH}`)
  await page.waitForFunction(() => 'engine' in window)
  return page
}
