/** The people behind the cards, and the people whose PINs a thief may have seen. */
import { must, PIN, unique } from '../harness/shop'
import { expect, hire, test } from './lib/story'

test('a customer is added, gets a card, is found by phone and forgotten', async ({
  desk,
  harbour,
}) => {
  const { page } = desk
  const name = `Zoé ${unique()}`
  const phone = `+352 621 ${String(Date.now()).slice(-6)}`
  await harbour.program()
  await desk.go('Customers')
  await desk.button('Add a customer').first().click()
  await desk.dialog.getByLabel('Name').fill(`An\u202ena`)
  await desk.dialog.getByRole('button', { name: 'Add a customer' }).click()
  await expect(desk.dialog).toContainText('characters in here that nobody can see')
  await desk.dialog.getByLabel('Name').fill(name)
  await desk.dialog.getByLabel('Phone').fill(phone)
  await desk.dialog.getByRole('button', { name: 'Add a customer' }).click()
  await desk.seesToast(`${name} was added`)
  await expect(desk.panel).toContainText(phone)
  await desk.panel.getByRole('button', { name: 'Issue a card' }).click()
  await expect(desk.dialog).toContainText(`For ${name}`)
  await desk.dialog.getByRole('button', { name: 'Issue card' }).click()
  // Whoever has no camera types what stands under the code.
  await expect(desk.dialog.locator('code').first()).toHaveText(/^[\w-]{22}$/)
  await desk.dialog.getByRole('button', { name: 'Done' }).click()
  await expect(desk.panel).toContainText('0 of 10')

  await page.getByRole('searchbox').fill(phone.slice(-6))
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('row').nth(1)).toContainText(name)
  await desk.panel.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Forget' }).click()
  await desk.dialog.getByRole('button', { name: 'Forget' }).click()
  await desk.seesToast('Erased')
  await expect(page.getByText('Nobody fits')).toBeVisible()
})

test('a stolen tablet makes its people choose new PINs', async ({ desk, harbour }) => {
  const person = await hire(harbour)
  const tablet = await harbour.tablet()
  const { label } = tablet.identity.device
  must(await tablet.push([await tablet.signOn(person.id, PIN)]), 200)
  await desk.go('Stores & tablets')
  await desk.page.getByRole('link', { name: label }).click()
  await desk.panel.getByRole('button', { name: 'Revoke' }).click()
  await desk.dialog.getByLabel('Reason').fill('gone from the counter')
  await desk.dialog.getByText('It was stolen').click()
  await desk.dialog.getByRole('button', { name: 'Revoke tablet' }).click()
  await desk.seesToast(`${label} is reported stolen`)
  await desk.go('People')
  const row = desk.page.getByRole('row').filter({ hasText: person.name })
  await expect(row).toContainText('New PIN needed')
  await desk.button(`PIN for ${person.name}`).click()
  await desk.dialog.getByLabel('PIN', { exact: true }).fill('730528')
  await desk.dialog.getByRole('button', { name: 'Change PIN' }).click()
  await expect(row).not.toContainText('New PIN needed')
})
