import { expect, type Locator, type Page } from 'playwright/test'
import type { ProductServer } from '../../harness/server'

/** The console as a person sees it. */
export class ConsoleScreen {
  constructor(
    readonly page: Page,
    readonly server: ProductServer,
  ) {}

  /** Signs in through the form and waits for the first page. */
  async signIn(email: string): Promise<void> {
    await this.page.goto(`${this.server.origin}/console/`)
    await this.page.getByRole('textbox', { name: 'E-mail' }).fill(email)
    await this.page.getByLabel('Password', { exact: true }).fill(this.server.demoPassword)
    await this.page.getByRole('button', { name: 'Sign in' }).click()
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(/^(Today|Merchants)$/)
  }

  /** The same without the form: a session comes from the server, and the console is opened. */
  async arrive(email: string): Promise<void> {
    const { origin, demoPassword: password } = this.server
    const login = `${origin}/api/v1/auth/login`
    const answer = await this.page.request.post(login, { data: { email, password } })
    expect(answer.status()).toBe(200)
    await this.open('/')
  }

  /** Goes to a page through the navigation. */
  async go(name: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .click()
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(name)
  }

  /** Loads a page by its address below `/console`. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.server.origin}/console${path}`)
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible()
  }

  /**
   * Goes to a page of another kind than the present one without loading the console anew, as a link
   * to it would.
   */
  async visit(path: string): Promise<void> {
    await this.page.evaluate((address) => {
      for (const heading of document.querySelectorAll('h1')) heading.dataset['left'] = ''
      history.pushState(null, '', address)
      dispatchEvent(new PopStateEvent('popstate', { state: null }))
    }, `/console${path}`)
    await expect(this.page.locator('h1:not([data-left])')).toBeVisible()
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog').or(this.page.getByRole('alertdialog'))
  }

  /** The panel beside a list. */
  get panel(): Locator {
    return this.page.getByRole('complementary')
  }

  /** What was just done, as the corner of the page says it. */
  async seesToast(text: string | RegExp): Promise<void> {
    await expect(this.page.locator('section[aria-live="polite"]')).toContainText(text)
  }

  /** Chooses an option of a field that opens a list. */
  async select(field: string, option: string): Promise<void> {
    // Beside the button stands a hidden native list of the same name.
    await this.dialog.getByLabel(field).and(this.page.getByRole('button')).click()
    await this.page.getByRole('option', { name: option }).click()
  }
}
