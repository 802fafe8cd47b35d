import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright/test'

const FOLDER = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), '.cache', 'screens')

/** The sizes people use the product at, in CSS pixels. */
export const SIZES = {
  'tablet-landscape': { width: 1280, height: 800 },
  'tablet-portrait': { width: 800, height: 1280 },
  phone: { width: 390, height: 844 },
  console: { width: 1440, height: 900 },
} as const

export type ScreenSize = keyof typeof SIZES

const SCHEMES = ['light', 'dark'] as const

/**
 * Photographs the page as it is now at every given size, light and dark, into
 * `.cache/screens/<name>-<size>-<scheme>.png`, and puts size and scheme back. Answers the files.
 */
export async function photograph(
  page: Page,
  name: string,
  sizes: readonly ScreenSize[],
): Promise<string[]> {
  await mkdir(FOLDER, { recursive: true })
  const before = page.viewportSize()
  const files: string[] = []
  for (const size of sizes) {
    await page.setViewportSize(SIZES[size])
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      const path = join(FOLDER, `${name}-${size}-${colorScheme}.png`)
      await page.screenshot({ path, animations: 'disabled' })
      files.push(path)
    }
  }
  await page.emulateMedia({ colorScheme: null })
  if (before !== null) await page.setViewportSize(before)
  return files
}

/** Whether anything on the page sticks out to the side at its present size. */
export function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
}
