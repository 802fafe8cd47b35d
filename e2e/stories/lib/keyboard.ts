import { expect, type Locator, type Page } from 'playwright/test'

/** Goes there by the Tab key. */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
  await walkTo(page, goal, 'Tab')
}

/** Goes there by an arrow key: in menus and lists. */
export async function arrowTo(page: Page, goal: Locator): Promise<void> {
  await walkTo(page, goal, 'ArrowDown')
}

async function walkTo(page: Page, goal: Locator, key: string): Promise<void> {
  await expect(goal).toBeVisible()
  for (let press = 0; press < 200; press += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead there`)
}

export async function press(page: Page, goal: Locator): Promise<void> {
  await tabTo(page, goal)
  await page.keyboard.press('Enter')
}

export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
}
