import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright'
import type { FilmedCamera } from '../../harness/camera'
import { CHROMIUM_FLAGS, findChromium } from '../../harness/chromium'

/** A kiosk in a real browser with a filmed camera, on a profile of its own. */
export class Tablet {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly devtools: CDPSession,
  ) {}

  static async open(
    folder: string,
    camera: FilmedCamera,
    { slower, offline = false }: { readonly slower: number; readonly offline?: boolean },
  ): Promise<Tablet> {
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: findChromium(),
      args: [...CHROMIUM_FLAGS, ...camera.flags],
      viewport: { width: 1280, height: 800 },
      permissions: ['camera'],
    })
    await context.setOffline(offline)
    const page = context.pages()[0] ?? (await context.newPage())
    const tablet = new Tablet(context, page, await context.newCDPSession(page))
    await tablet.slow(slower)
    return tablet
  }

  /**
   * Always by the same session: Chromium keeps a rate per session, and a forgotten one slows the
   * page again after the next reload.
   *
   * @param rate how many times slower the page's thread runs; 1 is at full speed
   */
  async slow(rate: number): Promise<void> {
    await this.devtools.send('Emulation.setCPUThrottlingRate', { rate })
  }

  screen(name: string) {
    return this.page.locator(`[data-screen=${name}]`)
  }

  /** Durations of the measures of this name so far, in milliseconds. */
  measured(name: string): Promise<number[]> {
    return this.page.evaluate(
      (entry) => performance.getEntriesByName(entry).map(({ duration }) => duration),
      `counterfoil:frame-to-${name}`,
    )
  }

  /** Waits until so many answers have been painted since the page was opened. */
  async answers(count: number): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => performance.getEntriesByName('counterfoil:frame-to-answer').length >= wanted,
      count,
      { polling: 50 },
    )
  }

  /** How many rows the tablet's own copy has of something. */
  rows(table: string): Promise<number> {
    return this.page.evaluate(countRows, table)
  }
}

/** Rows in whatever database of this origin has the table; runs in the page. */
async function countRows(table: string): Promise<number> {
  const databases = await indexedDB.databases()
  let most = 0
  for (const { name } of databases) {
    if (name === undefined) continue
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name)
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error(name)))
    })
    if (db.objectStoreNames.contains(table)) {
      const count = db.transaction(table).objectStore(table).count()
      await new Promise((resolve) => count.addEventListener('success', resolve))
      most = Math.max(most, count.result)
    }
    db.close()
  }
  return most
}
