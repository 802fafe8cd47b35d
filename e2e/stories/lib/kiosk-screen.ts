import { expect, type Locator, type Page } from 'playwright/test'
import type { FilmedCamera } from '../../harness/camera'
import type { ProductServer } from '../../harness/server'
import type { Pairing } from '../../harness/wire'
import { seeInView } from './in-view'

/** A tablet as a person sees it: what is on its screen, what is held in front of it, what is touched. */
export class KioskScreen {
  constructor(
    readonly page: Page,
    readonly server: ProductServer,
    readonly camera: FilmedCamera,
  ) {}

  /** Opens the kiosk's page and waits until it shows anything but its logo. */
  async open(): Promise<void> {
    await this.page.goto(`${this.server.origin}/kiosk/`)
    await seeInView(this.page, '[data-screen]:not([data-screen="splash"])')
  }

  /** The address that a card's code leads to; tablets only read the token in it. */
  cardText(token: string): string {
    return `${this.server.setting.env['PUBLIC_URL']}/c/${token}`
  }

  screen(name: string): Locator {
    return this.page.locator(`[data-screen="${name}"]`)
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }

  /** The camera is the screen, and nothing lies above it. */
  async atHome(): Promise<void> {
    await seeInView(this.page, '[data-screen="home"]:not([inert])', { timeout: 15_000 })
    await seeInView(this.page, '[data-camera="live"]')
  }

  /** From the home screen: films the code until it was taken, then takes it out of view. */
  async film(text: string): Promise<void> {
    await this.atHome()
    await this.camera.show(text)
    await seeInView(this.page, '[data-screen="home"][inert]')
    await this.camera.hide()
  }

  async filmCard(token: string): Promise<void> {
    await this.film(this.cardText(token))
  }

  /** Films a pairing until the tablet is ready to work. */
  async pair(pairing: Pairing): Promise<void> {
    await this.camera.show(JSON.stringify(pairing))
    await this.atHome()
    await this.camera.hide()
  }

  get verdict(): Locator {
    return this.page.locator('[data-verdict]')
  }

  /** The verdict's large word, and by whom it is: `saved` (✓), `confirmed` (✓✓) or neither. */
  async seesVerdict(word: string, saved?: 'saved' | 'confirmed'): Promise<void> {
    // Both in one look: a good answer stays a second and a half.
    const marked = saved === undefined ? '' : `:has([data-saved="${saved}"])`
    await seeInView(this.page, `[data-verdict]${marked} h1`, { text: word })
  }

  /** Goes on from a verdict at once. */
  async goOn(): Promise<void> {
    await this.button('Continue').click()
    await this.atHome()
  }

  async choose(person: string): Promise<void> {
    await expect(this.screen('who')).toBeVisible()
    await this.screen('who').getByRole('button', { name: person }).click()
  }

  /** Types a PIN on the pad with a finger. */
  async tapPin(pin: string): Promise<void> {
    const pad = this.page.getByRole('group', { name: 'Keys for the PIN' })
    for (const digit of pin) await pad.getByRole('button', { name: digit, exact: true }).click()
  }

  /** Films a card, and signs on if asked. */
  async stamp(token: string, person?: { readonly name: string; readonly pin: string }) {
    await this.filmCard(token)
    if (person === undefined) return
    await this.choose(person.name)
    await this.tapPin(person.pin)
  }

  get status(): Locator {
    return this.page.locator('[data-network]')
  }

  /** Waits until the status bar says so. */
  async says(network: 'online' | 'offline', waiting: number, timeout = 15_000): Promise<void> {
    await expect(this.status).toHaveAttribute('data-network', network, { timeout })
    await expect(this.status).toHaveAttribute('data-waiting', `${waiting}`, { timeout })
  }

  /** Every row of one table of the tablet's own database. */
  rows(table: string): Promise<Record<string, unknown>[]> {
    return this.page.evaluate(
      (name) =>
        new Promise<Record<string, unknown>[]>((resolve, reject) => {
          const opening = indexedDB.open('counterfoil')
          opening.addEventListener('error', () => reject(new Error('cannot be opened')))
          opening.addEventListener('success', () => {
            const database = opening.result
            const asking = database.transaction(name).objectStore(name).getAll()
            asking.addEventListener('error', () => reject(new Error('cannot be read')))
            asking.addEventListener('success', () => {
              database.close()
              resolve(JSON.parse(JSON.stringify(asking.result)))
            })
          })
        }),
      table,
    )
  }

  /** Numbers of the operations that no server has answered yet. */
  async unsent(): Promise<number[]> {
    const rows = await this.rows('outbox')
    return rows.filter(({ verdict }) => verdict === null).map(({ seq }) => Number(seq))
  }
}

/** Waits until the page, and every part it may still ask for, comes from the tablet alone. */
export async function seeInstalled(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}
