/** Everything an owner, a viewer and a platform admin can do in the console. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { must, PIN, unique, WRONG_PIN, type Shop } from '../harness/shop'
import { TabletClient } from '../harness/tablet-client'
import type { PairingAnswer } from '../harness/wire'
import { DESK, expect, hire, test } from './lib/story'

/** A tablet script, a card of a fresh program, and a hand to stamp it. */
async function counter(shop: Shop, rules: Readonly<Record<string, unknown>> = {}) {
  const tablet = await shop.tablet()
  const program = await shop.program(rules)
  const { card, token: card_token } = await shop.card(program)
  const label = tablet.identity.device.label
  return {
    tablet,
    card,
    label,
    stamp: (options: Parameters<TabletClient['op']>[2] = {}) =>
      tablet.op('loyalty.stamp', { card_token }, options),
  }
}

test('a wrong password says as little as an unknown account', async ({ openContext, server }) => {
  const page = await (await openContext(DESK)).newPage()
  const words = 'This e-mail and password do not go together'
  for (const email of ['owner@harbour.example', 'nobody@harbour.example']) {
    await page.goto(`${server.origin}/console/`)
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert')).toContainText(words)
  }
})

test('a viewer reads everything and changes nothing', async ({ deskOf }) => {
  const desk = await deskOf('viewer@harbour.example')
  await desk.go('Stores & tablets')
  await expect(desk.page.getByRole('row', { name: /Terrace/ })).toBeVisible()
  await expect(desk.button(/Prepare a tablet|Add a store|More/)).toHaveCount(0)
  await desk.page.getByRole('link', { name: 'Terrace' }).click()
  await expect(desk.panel).toContainText('Received up to no.')
  await expect(desk.panel.getByRole('button', { name: /Revoke|Edit|Pair/ })).toHaveCount(0)
  await desk.go('People')
  await expect(desk.button('Add a person')).toHaveCount(0)
  await desk.go('Programs')
  await expect(desk.page.getByRole('link', { name: 'Start a program' })).toHaveCount(0)
  await desk.go('Cards')
  await expect(desk.button('Issue a card')).toHaveCount(0)
  await desk.go('Settings')
  await expect(desk.page.getByRole('main')).toContainText('Only an owner can change these.')
  await desk.go('Reviews')
  await desk.page.getByRole('row').nth(1).getByRole('button').click()
  await expect(desk.panel).toContainText('An owner or manager decides this.')
})

test('a platform admin works for a merchant, and is named for it', async ({ deskOf, harbour }) => {
  const desk = await deskOf('admin@counterfoil.example')
  const label = `Admin’s ${unique()}`
  await desk.page.getByRole('button', { name: 'Harbour Coffee' }).click()
  await expect(desk.page.getByText('You are working for Harbour Coffee')).toBeVisible()
  await desk.go('Stores & tablets')
  await desk.button('Prepare a tablet').first().click()
  await desk.dialog.getByRole('textbox', { name: 'Label' }).fill(label)
  await desk.button('Show pairing code').click()
  await expect(desk.dialog).toContainText('Waiting for a tablet')
  await desk.dialog.getByRole('button', { name: 'Close' }).last().click()
  await desk.page.getByRole('link', { name: label }).click()
  await desk.panel.getByRole('button', { name: 'Revoke' }).click()
  await desk.dialog.getByRole('textbox', { name: 'Reason' }).fill('asked for by telephone')
  await desk.button('Revoke tablet').click()
  await expect(desk.panel).toContainText('asked for by telephone')
  const audit = await harbour.owner.get<{ items: { action: string; user_name: string }[] }>(
    '/merchant/audit?limit=50',
  )
  const mine = must(audit, 200).items.filter(({ user_name }) => user_name === 'Robin Platform')
  expect(mine.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['device.create', 'device.revoke']),
  )
  await desk.page.getByRole('link', { name: 'Back to all merchants' }).click()
  await expect(desk.page.getByRole('heading', { level: 1 })).toHaveText('Merchants')
})

test('stores are opened and closed, tablets renamed, paired again and watched', async ({
  desk,
  harbour,
}) => {
  const code = `QUAY-${unique()}`
  await test.step('a store', async () => {
    await desk.go('Stores & tablets')
    await desk.button('Add a store').click()
    await desk.dialog.getByRole('textbox', { name: 'Name' }).fill(`Quay ${code}`)
    await desk.dialog.getByRole('textbox', { name: 'Store code' }).fill('HARBOUR-1')
    await desk.button('Add a store').last().click()
    await expect(desk.dialog).toContainText('Another store of the platform has this code')
    await desk.dialog.getByRole('textbox', { name: 'Store code' }).fill(code)
    await desk.button('Add a store').last().click()
    await desk.seesToast(`Quay ${code} is open`)
    await desk.button(`More: Quay ${code}`).click()
    await desk.page.getByRole('menuitem', { name: 'Close store' }).click()
    await desk.dialog.getByRole('button', { name: 'Close store' }).click()
    await desk.seesToast(`Quay ${code} is closed`)
  })

  await test.step('a tablet', async () => {
    const { device } = await harbour.pairing()
    await desk.page.getByRole('link', { name: device.label, exact: true }).click()
    await desk.panel.getByRole('button', { name: 'Edit' }).click()
    await desk.dialog.getByRole('textbox', { name: 'Label' }).fill(`${device.label} left`)
    await desk.dialog.getByRole('checkbox', { name: /Counter/ }).uncheck({ force: true })
    await desk.button('Save').click()
    await expect(desk.dialog).toContainText('Choose at least one job.')
    await desk.dialog.getByRole('checkbox', { name: /Counter/ }).check({ force: true })
    await desk.dialog.getByRole('checkbox', { name: /Door/ }).check({ force: true })
    await desk.button('Save').click()
    await desk.seesToast('Tablet saved')
    await expect(desk.page.getByRole('row', { name: `${device.label} left` })).toContainText(
      'Counter, Door',
    )
    const answered = desk.page.waitForResponse((answer) => answer.url().endsWith('/pairing'))
    await desk.panel.getByRole('button', { name: 'Pair again' }).click()
    await desk.button('Show pairing code').click()
    const { pairing } = (await (await answered).json()) as PairingAnswer
    must(await (await TabletClient.pair(pairing)).claim(), 200)
    await expect(desk.dialog).toContainText('The tablet is paired')
    must(await (await TabletClient.pair(pairing)).claim(), 409)
    await expect(desk.dialog).toContainText('A second tablet tried this code')
    await desk.button('Done').click()
    await expect(desk.panel).toContainText('Another tablet tried to use its pairing code')
  })
})

test('people get good PINs, are unlocked, carry badges and leave', async ({ desk, harbour }) => {
  const number = unique()
  const name = `Ylva ${number}`
  await desk.go('People')
  await test.step('weak PINs are refused in words', async () => {
    await desk.button('Add a person').click()
    await desk.dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    await desk.dialog.getByRole('textbox', { name: 'Personnel number' }).fill('2718281')
    const refusals = [
      ['777777', 'One digit over and over'],
      ['345678', 'Digits in a row'],
      ['2718281', 'The personnel number is no secret'],
      ['123', 'four to eight digits'],
      ['112233', 'Many people use this one'],
    ] as const
    for (const [pin, words] of refusals) {
      await desk.dialog.getByLabel(/^PIN/).fill(pin)
      await desk.button('Add a person').last().click()
      await expect(desk.dialog).toContainText(words)
    }
    await desk.dialog.getByRole('textbox', { name: 'Personnel number' }).fill(number)
    await desk.dialog.getByLabel(/^PIN/).fill(PIN)
    await desk.button('Add a person').last().click()
    await desk.seesToast(`${name} was added`)
  })

  await test.step('five wrong PINs at a tablet lock, and the owner unlocks', async () => {
    const people = await harbour.owner.all<{ id: string; name: string }>('/merchant/staff')
    const id = people.find((person) => person.name === name)?.id ?? ''
    const tablet = await harbour.tablet()
    const tries = [1, 2, 3, 4, 5].map(() => tablet.signOn(id, WRONG_PIN))
    const { verdicts } = must(await tablet.push(await Promise.all(tries)), 200)
    expect(verdicts.map(({ code }) => code)).toEqual(tries.map(() => 'PIN_WRONG'))
    await desk.page.getByRole('row', { name }).getByRole('button').click()
    await expect(desk.panel).toContainText(`Locked at ${tablet.identity.device.label} until`)
    await desk.panel.getByRole('button', { name: 'Unlock' }).click()
    await desk.dialog.getByRole('button', { name: 'Unlock' }).click()
    await desk.seesToast(`${name} can sign on again`)
    await expect(desk.panel).not.toContainText('Locked at')
  })

  await test.step('another PIN, a badge, and the end', async () => {
    await desk.panel.getByRole('button', { name: 'Change PIN' }).click()
    await desk.dialog.getByLabel(/^PIN/).fill('604817')
    await desk.dialog.getByRole('button', { name: 'Change PIN' }).click()
    await desk.seesToast(`${name} has a new PIN`)
    await desk.panel.getByRole('button', { name: 'Issue a badge' }).click()
    await desk.dialog.getByRole('button', { name: 'Issue a badge' }).click()
    await expect(desk.dialog.getByAltText('Badge code')).toBeVisible()
    await desk.button('Done').click()
    await desk.panel.getByRole('button', { name: 'More' }).click()
    await desk.page.getByRole('menuitem', { name: 'Deactivate' }).click()
    await desk.dialog.getByRole('button', { name: 'Deactivate' }).click()
    await desk.seesToast(`${name} is inactive`)
  })
})

test('a program starts and ends; cards are made to print, found and blocked', async ({ desk }) => {
  const name = `Bread card ${unique()}`
  const { page } = desk
  await desk.go('Programs')
  await page.getByRole('link', { name: 'Start a program' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Start program' }).click()
  await expect(page.getByRole('main')).toContainText('This is needed.')
  await page.getByRole('textbox', { name: 'Reward' }).fill('A loaf of rye')
  await page.getByRole('textbox', { name: 'Stamps for a full card' }).fill('8')
  await page.getByRole('button', { name: 'Start program' }).click()
  await desk.seesToast(`${name} has started`)

  await desk.go('Cards')
  await page.getByRole('link', { name: 'Cards to print' }).click()
  await page.getByRole('button', { name: /Program$/ }).click()
  await page.getByRole('option', { name }).click()
  await page.getByRole('textbox', { name: 'How many' }).fill('12')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Make 12 cards' }).click()
  await expect(page.getByRole('main')).toContainText('12 cards are ready to print')
  await page.getByRole('link', { name: 'Ledger' }).click()
  await expect(desk.dialog).toContainText('Leave without printing?')
  await desk.dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('.print-sheet article')
  await expect(sheet).toHaveCount(12)
  await expect(sheet.first()).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  const number = (await sheet.first().innerText()).match(/\d{3} \d{3} \d{4}/)?.[0] ?? ''
  await page.emulateMedia({ media: null })
  await page.getByRole('link', { name: 'Ledger' }).click()
  await desk.dialog.getByRole('button', { name: 'Leave' }).click()

  await desk.go('Cards')
  await page.getByRole('searchbox', { name: 'Card number' }).fill(number)
  await page.getByRole('button', { name: number }).click()
  await expect(desk.panel).toContainText('Nothing has happened with this card yet.')
  await desk.panel.getByRole('button', { name: 'Block' }).click()
  await desk.dialog.getByRole('button', { name: 'Block' }).click()
  await desk.seesToast('Card is blocked')
  await expect(desk.panel).toContainText('Blocked')

  await desk.go('Programs')
  await page.getByRole('button', { name: `More: ${name}` }).click()
  await page.getByRole('menuitem', { name: 'End program' }).click()
  await desk.dialog.getByRole('button', { name: 'End program' }).click()
  await desk.seesToast(`${name} has ended`)
})

test('the ledger is narrowed, walked through with j and k, and grows while it is read', async ({
  desk,
  harbour,
}) => {
  const { tablet, label, stamp } = await counter(harbour, { cooldown_minutes: 15 })
  must(await tablet.push([stamp(), stamp()]), 200)
  const { page } = desk
  await desk.go('Ledger')
  await desk.button('Tablet').click()
  await page.getByRole('menuitemradio', { name: label }).click()
  const rows = page.getByRole('row').filter({ hasText: label })
  await expect(rows).toHaveCount(2)
  await desk.button('Verdict').click()
  await page.getByRole('menuitemradio', { name: 'Refused' }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('Too soon')
  await desk.button('Clear: Verdict').click()
  await expect(rows).toHaveCount(2)
  expect(page.url()).toContain('device_id=')

  await rows.first().getByRole('button').click()
  await expect(desk.panel).toContainText('What the tablet showed')
  await expect(desk.panel).toContainText('Nothing moved')
  const title = desk.panel.getByRole('heading', { level: 2 })
  await expect(desk.panel).toContainText('Too soon')
  await page.keyboard.press('j')
  await expect(desk.panel).toContainText('+1 on the card')
  await page.keyboard.press('k')
  await expect(desk.panel).toContainText('Nothing moved')
  await expect(title).toContainText(label)

  must(await tablet.push([stamp()]), 200)
  await expect(desk.button('1 new entry')).toBeVisible()
  await expect(rows).toHaveCount(2)
  await desk.button('1 new entry').click()
  await expect(rows).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(desk.panel).toHaveCount(0)
})

test('the ledger is verified at a button, and exported as a file that anybody can verify', async ({
  desk,
}) => {
  const { page } = desk
  await desk.go('Ledger')
  await desk.button('Verify').click()
  await desk.button('Verify now').click()
  const dialog = page.getByRole('dialog', { name: 'Verify the ledger' })
  await expect(dialog).toContainText('The ledger is whole')
  const shown = await dialog.getByText(/^[0-9a-f]{64}$/).textContent()
  await dialog.getByRole('button', { name: 'Close' }).first().click()
  await desk.button('Export').click()
  const coming = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'For programs (JSON Lines)' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^ledger-\d{4}-\d\d-\d\d\.jsonl$/)
  const { code, output } = await verifyExport(await download.path(), shown ?? '')
  expect(output).toMatch(/^Whole: \d+ entries/)
  expect(code).toBe(0)
})

test('what tablet and server saw differently is accepted, taken back or left', async ({
  desk,
  harbour,
}) => {
  const accepted = { status: 'accepted', code: null } as const
  const refused = { status: 'rejected', code: 'STAMP_COOLDOWN' } as const
  const tooSoon = await counter(harbour)
  must(await tooSoon.tablet.push([tooSoon.stamp(), tooSoon.stamp({ shown: accepted })]), 200)
  const counted = await counter(harbour)
  must(await counted.tablet.push([counted.stamp({ shown: refused })]), 200)
  const left = await counter(harbour)
  must(await left.tablet.push([left.stamp(), left.stamp({ shown: accepted })]), 200)
  const stampsOn = async (id: string) =>
    must(await harbour.owner.get<{ card: { stamps: number } }>(`/merchant/cards/${id}`), 200).card
      .stamps

  await desk.go('Reviews')
  const row = (label: string) => desk.page.getByRole('row').filter({ hasText: label })
  const decide = async (label: string, action: string, note: string): Promise<void> => {
    await row(label).getByRole('button').click()
    await expect(desk.panel.getByRole('heading', { level: 2 })).toBeVisible()
    await desk.panel.locator('label').filter({ hasText: action }).click()
    await desk.panel.getByRole('textbox', { name: 'Note' }).fill(note)
    await desk.panel.getByRole('button', { name: action }).click()
    await expect(row(label)).toHaveCount(0)
  }
  await decide(tooSoon.label, 'Accept it after all', 'two coffees')
  await decide(counted.label, 'Take it back', 'refused at the counter')
  await decide(left.label, 'Leave it as it is', '')
  expect(await stampsOn(tooSoon.card.id)).toBe(2)
  expect(await stampsOn(counted.card.id)).toBe(0)
  expect(await stampsOn(left.card.id)).toBe(1)

  await desk.page.getByRole('tab', { name: 'Settled' }).click()
  await row(counted.label).getByRole('button').click()
  await expect(desk.panel).toContainText('refused at the counter')
  await expect(desk.panel).toContainText('Claire Hoffmann')
})

test('settings are kept, and every change is in the audit', async ({ desk, harbour }) => {
  const person = await hire(harbour)
  await desk.go('Settings')
  await desk.button('Save settings').click()
  await desk.seesToast('Settings saved')
  await desk.page.getByRole('tab', { name: 'Audit' }).click()
  await expect(desk.page.getByRole('row', { name: /Changed the settings/ }).first()).toBeVisible()
  await expect(desk.page.getByRole('row', { name: new RegExp(person.name) })).toContainText(
    'Added a person',
  )
})

/** What the verifier that knows nothing of us says of an export that holds an entry with this hash. */
function verifyExport(file: string, hash: string): Promise<{ code: number; output: string }> {
  const verifier = fileURLToPath(new URL('../../tools/verify-ledger.mjs', import.meta.url))
  const number = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(`"hash":"${hash}","prev_hash"`))
  return new Promise((resolve) => {
    execFile(process.execPath, [verifier, file, `${number}:${hash}`], (error, out, err) =>
      resolve({ code: error === null ? 0 : 1, output: out + err }),
    )
  })
}
