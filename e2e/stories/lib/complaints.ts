import type { BrowserContext, Page } from 'playwright/test'

/** Requests that fail are part of these stories; the browser reports each as an error by itself. */
const EXPECTED = /^Failed to load resource|net::ERR_/

/** What the pages of a browser context complain about: exceptions, broken policies, errors. */
export class Complaints {
  readonly all: string[] = []

  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) {
        this.all.push(`${message.page()?.url() ?? 'worker'}: ${message.text()}`)
      }
    })
    context.on('weberror', (failure) => {
      this.all.push(String(failure.error()))
    })
  }

  /** Also what the page's content policy refused, whether or not it was reported. */
  async watchPolicy(page: Page): Promise<void> {
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        // oxlint-disable-next-line no-console -- Read by the test from outside.
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)
      })
    })
  }
}
