import type { BrowserContext, ConsoleMessage, Page, WebError } from 'playwright/test'

/** Requests that fail are part of these stories; the browser reports each as an error by itself. */
const EXPECTED = /^Failed to load resource|net::ERR_/

/** What the pages of a browser context complain about: exceptions, broken policies, errors. */
export class Complaints {
  readonly all: string[] = []

  /** Answers how to stop. */
  watch(context: BrowserContext): () => void {
    const hear = (message: ConsoleMessage): void => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) {
        this.all.push(`${message.page()?.url() ?? 'worker'}: ${message.text()}`)
      }
    }
    const catchError = (failure: WebError): void => {
      this.all.push(String(failure.error()))
    }
    context.on('console', hear)
    context.on('weberror', catchError)
    return () => {
      context.off('console', hear)
      context.off('weberror', catchError)
    }
  }
}

/** Makes a page complain of what its content policy refused, too, whether or not it was reported. */
export async function watchPolicy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      // oxlint-disable-next-line no-console -- Read by the test from outside.
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
}
