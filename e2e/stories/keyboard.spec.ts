/** The keyboard alone, at the tablet and in the console. */
import { must, PIN, unique, WRONG_PIN, type Thing } from '../harness/shop'
import { TabletClient } from '../harness/tablet-client'
import type { PairingAnswer } from '../harness/wire'
import { ConsoleScreen } from './lib/console-screen'
import { arrowTo, press, tabTo, typeInto } from './lib/keyboard'
import { DESK, expect, hire, test } from './lib/story'

test('kiosk: the keyboard alone does whatever a finger does', async ({ kiosk, harbour }) => {
  test.setTimeout(120_000)
  const { page } = kiosk
  const person = await hire(harbour)
  const { token, card } = await harbour.card(await harbour.program({ pin_required: true }))
  const { typed_code } = (await harbour.pairing()) as unknown as { typed_code: string }
  await press(page, kiosk.button('Type the code instead'))
  await expect(page.getByRole('textbox', { name: 'Pairing code' })).toBeFocused()
  await page.keyboard.type(typed_code)
  await page.keyboard.press('Enter')
  await kiosk.atHome()
  await press(page, kiosk.button('Type the code'))
  await expect(page.getByRole('textbox', { name: 'Code under the QR' })).toBeFocused()
  await page.keyboard.type(token)
  await page.keyboard.press('Enter')
  await press(page, kiosk.screen('who').getByRole('button', { name: person.name }))
  await expect(kiosk.screen('pin')).toBeVisible()
  for (const digit of person.pin) await page.keyboard.press(digit, { delay: 70 })
  await kiosk.seesVerdict('Stamped', 'confirmed')
  await kiosk.atHome()
  await press(page, kiosk.button('Undo'))
  await kiosk.seesVerdict('Undone')
  const answer = await harbour.owner.get<{ card: { stamps: number } }>(`/merchant/cards/${card.id}`)
  await expect.poll(async () => must(answer, 200).card.stamps).toBe(0)
  await kiosk.atHome()

  await test.step('signs off, sends the queue, reads its details', async () => {
    await press(page, kiosk.button('Sign off'))
    await expect(page.getByText('is signed on until')).toHaveCount(0)
    await press(page, kiosk.status)
    await press(page, kiosk.button('Send now'))
    await tabTo(page, page.getByRole('checkbox', { name: 'Show details' }))
    await page.keyboard.press('Space')
    await expect(kiosk.screen('queue')).toContainText('loyalty.stamp')
    await page.keyboard.press('Escape')
    await expect(kiosk.status).toBeFocused()
  })
  await test.step('gives up a PIN, chooses another camera and another language', async () => {
    await press(page, kiosk.button('Type the code'))
    await page.keyboard.type(token)
    await page.keyboard.press('Enter')
    await press(page, kiosk.screen('who').getByRole('button', { name: person.name }))
    await press(page, kiosk.button('Someone else'))
    await press(page, kiosk.screen('who').getByRole('button', { name: 'Cancel' }))
    await kiosk.atHome()
    await press(page, kiosk.button('This tablet'))
    await tabTo(page, page.getByRole('radio', { name: 'Rear camera' }))
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: 'Front camera' })).toBeChecked()
    await page.keyboard.press('Escape')
    await tabTo(page, page.getByRole('radio', { name: 'English' }))
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('html[lang="fr"]')).toBeAttached()
  })
})

test('console: the keyboard alone signs in, issues a card and settles a review', async ({
  openContext,
  server,
  harbour,
}) => {
  const tablet: TabletClient = await harbour.tablet()
  const { token: card_token } = await harbour.card(await harbour.program())
  const stamp = () => tablet.op('loyalty.stamp', { card_token })
  must(await tablet.push([stamp(), stamp()]), 200)
  const page = await (await openContext(DESK)).newPage()
  const desk = new ConsoleScreen(page, server)
  await page.goto(`${server.origin}/console/`)
  await tabTo(page, page.getByRole('textbox', { name: 'E-mail' }))
  await page.keyboard.type('owner@harbour.example')
  await tabTo(page, page.getByLabel('Password', { exact: true }))
  await page.keyboard.type(server.demoPassword)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')
  const nav = page.getByRole('navigation', { name: 'Main' })
  await press(page, nav.getByRole('link', { name: 'Cards' }))
  await press(page, desk.button('Issue a card'))
  await press(page, desk.dialog.getByRole('button', { name: 'Issue card' }))
  await expect(desk.dialog.getByAltText('Code of the card')).toBeVisible()
  await press(page, desk.button('Done'))
  await expect(desk.dialog).toHaveCount(0)
  await press(page, nav.getByRole('link', { name: 'Reviews' }))
  const row = page.getByRole('row').filter({ hasText: tablet.identity.device.label })
  await press(page, row.getByRole('button'))
  await expect(desk.panel.getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('Tab')
  for (let tab = 0; tab < 10; tab += 1) {
    const role = await page.evaluate(() => document.activeElement?.getAttribute('type'))
    if (role === 'radio') break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('ArrowDown')
  await press(page, desk.panel.locator('button[type="submit"]'))
  await desk.seesToast('Settled')
  await expect(row).toHaveCount(0)
})

test('console: the keyboard alone pairs and revokes, sets and unlocks a PIN, makes and finds', async ({
  desk,
  harbour,
}) => {
  const { page } = desk
  const { keyboard } = page
  const go = async (name: string): Promise<void> => {
    const nav = page.getByRole('navigation', { name: 'Main' })
    await press(page, nav.getByRole('link', { name: new RegExp(`^${name}`) }))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  }
  await test.step('a tablet is paired, and revoked with a reason', async () => {
    const label = `1st ${unique()}`
    await go('Stores & tablets')
    await press(page, desk.button('Prepare a tablet').first())
    await typeInto(page, desk.dialog.getByRole('textbox', { name: 'Label' }), label)
    const answered = page.waitForResponse(
      (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/devices'),
    )
    await press(page, desk.button('Show pairing code'))
    const { pairing } = (await (await answered).json()) as PairingAnswer
    await expect(desk.dialog).toContainText('Waiting for a tablet')
    must(await (await TabletClient.pair(pairing)).claim(), 200)
    await expect(desk.dialog).toContainText('The tablet is paired')
    await press(page, desk.button('Done'))
    await press(page, page.getByRole('link', { name: label }))
    await press(page, desk.panel.getByRole('button', { name: 'Revoke' }))
    await typeInto(page, desk.dialog.getByRole('textbox', { name: 'Reason' }), 'fell into the sea')
    await press(page, desk.button('Revoke tablet'))
    await expect(desk.panel).toContainText('fell into the sea')
  })
  await test.step('a PIN is set, and unlocked after five wrong ones', async () => {
    const name = `Aada ${unique()}`
    const hired = await harbour.owner.post<{ staff: Thing }>('/merchant/staff', {
      name,
      personnel_number: unique(),
    })
    const { id } = must(hired, 201).staff
    await go('People')
    await press(page, page.getByRole('row', { name }).getByRole('button'))
    await press(page, desk.panel.getByRole('button', { name: 'Set PIN' }))
    await typeInto(page, desk.dialog.getByLabel('PIN', { exact: true }), PIN)
    await keyboard.press('Enter')
    await desk.seesToast(`${name} has a new PIN`)
    const tablet = await harbour.tablet()
    const tries = [1, 2, 3, 4, 5].map(() => tablet.signOn(id, WRONG_PIN))
    must(await tablet.push(await Promise.all(tries)), 200)
    await press(page, desk.panel.getByRole('button', { name: 'Unlock' }))
    await press(page, desk.dialog.getByRole('button', { name: 'Unlock' }))
    await desk.seesToast(`${name} can sign on again`)
  })
  await test.step('a program and a customer are made, the ledger is narrowed', async () => {
    const [program, customer] = [`Tea card ${unique()}`, `Noor ${unique()}`]
    await go('Programs')
    await press(page, page.getByRole('link', { name: 'Start a program' }))
    await typeInto(page, page.getByRole('textbox', { name: 'Name' }), program)
    await typeInto(page, page.getByRole('textbox', { name: 'Reward' }), 'A pot of tea')
    await press(page, desk.button('Start program'))
    await desk.seesToast(`${program} has started`)
    await go('Customers')
    await press(page, desk.button('Add a customer').first())
    await typeInto(page, desk.dialog.getByRole('textbox', { name: 'Name' }), customer)
    await keyboard.press('Enter')
    await desk.seesToast(`${customer} was added`)
    await go('Ledger')
    await press(page, desk.button('Verdict'))
    await arrowTo(page, page.getByRole('menuitemradio', { name: 'Refused' }))
    await keyboard.press('Enter')
    await expect(page).toHaveURL(/status=rejected/)
    await expect(desk.button('Clear: Verdict')).toBeVisible()
  })
})
