import type { Page } from 'playwright/test'

interface Wanted {
  /** The whole of its text; any, when absent. */
  readonly text?: string
  /** In milliseconds. */
  readonly timeout?: number
}

/**
 * Waits until something that the selector names is in view. Looks twenty times a second, more often than
 * expectations do: a good answer passes within a second and a half.
 *
 * @throws when it did not come in time, naming the selector
 */
export async function seeInView(
  page: Page,
  selector: string,
  { text, timeout = 10_000 }: Wanted = {},
): Promise<void> {
  try {
    await page.waitForFunction(isInView, [selector, text] as const, { polling: 50, timeout })
  } catch (error) {
    const what = text === undefined ? selector : `${selector} “${text}”`
    throw new Error(`${what} did not come into view`, { cause: error })
  }
}

/** Runs in the page. */
function isInView([selector, text]: readonly [string, string | undefined]): boolean {
  return Array.from(document.querySelectorAll(selector)).some((element) => {
    if (text !== undefined && element.textContent?.trim() !== text) return false
    const { width, height } = element.getBoundingClientRect()
    return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true })
  })
}
