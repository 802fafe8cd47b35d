import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright/test'
import type * as Axe from 'axe-core'

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The rules of those that look at colours; all others see the same in light and in dark. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds wrong on the page as it is now, one line per fault; empty when it finds nothing.
 *
 * axe is evaluated in the page by the debugger, which a content security policy does not stop.
 * @param scope `colours`: of a page that was looked at as a whole and has changed its colours alone
 */
export async function axeFaults(page: Page, scope: 'all' | 'colours' = 'all'): Promise<string[]> {
  const only: Axe.RunOnly =
    scope === 'all' ? { type: 'tag', values: TAGS } : { type: 'rule', values: COLOUR_RULES }
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(await readFile(SOURCE, 'utf8'))
  }
  const { violations } = await page.evaluate(async (runOnly): Promise<Axe.AxeResults> => {
    const { axe } = window as unknown as { axe: typeof Axe }
    // Style sheets are fetched again for a rule alone that is none of these.
    const preload = { assets: ['media'] }
    return axe.run(document, { runOnly, preload, resultTypes: ['violations'] })
  }, only)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary?.split('\n').slice(1).join(' ') ?? ''
      return `${id}: ${help} — ${target.join(' ')}: ${why.replaceAll(/\s+/g, ' ')}`
    }),
  )
}
