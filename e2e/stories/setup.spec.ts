/** The first minutes of a server of one's own: the printed link, a form, the console. */
import { ProductServer } from '../harness/server'
import { setupLinkOf } from '../harness/setup'
import { expect, test } from '../harness/test'
import { CONSOLE_SIZES, inspect, seeFits } from './lib/inspect'

test('the printed link leads to a form, the form to the console, and then nowhere', async ({
  browser,
}) => {
  const server = await ProductServer.start({ demo: false })
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 390, height: 844 },
  })
  try {
    const page = await context.newPage()
    await page.goto(server.origin)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Le comptoir')
    await inspect(page, 'welcome', CONSOLE_SIZES)
    const link = await setupLinkOf(server)
    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Installer ce serveur')
    await inspect(page, 'set-up', CONSOLE_SIZES)
    await page.getByLabel('Votre nom').fill('Ada First')
    await page.getByLabel('E-mail').fill('ada@first.example')
    await page.getByLabel('Mot de passe').fill('too short')
    await page.getByLabel('Nom de l’entreprise').fill('First Bakery')
    await page.getByLabel('Premier magasin').fill('Grand-Rue')
    await page.getByLabel('Code du magasin').fill('MAIN-1')
    const submit = page.getByRole('button', { name: 'Installer' })
    await submit.click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page.getByLabel('Mot de passe')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByLabel('Nom de l’entreprise')).toHaveValue('First Bakery')
    await inspect(page, 'set-up-wrong', CONSOLE_SIZES)
    await seeFits(page, 390, 'set-up')

    await page.getByLabel('Mot de passe').fill('a sentence is fine')
    await submit.click()
    await page.waitForURL('**/console/**')
    await expect(page.getByText('First Bakery').first()).toBeAttached()

    expect((await page.goto(link))?.status()).toBe(410)
    await expect(page.getByRole('link', { name: 'Se connecter' })).toBeVisible()
  } finally {
    await context.close()
    await server.close()
  }
})
