/** One tablet's life: paired, online, offline, revoked, paired again; and its console beside it. */
import type { Locator } from 'playwright/test'
import { must, type Shop, unique } from '../harness/shop'
import type { KioskScreen } from './lib/kiosk-screen'
import { filmScreen } from './lib/film-screen'
import { clearlyWrongPin } from './lib/pins'
import { expect, hire, type Person, test } from './lib/story'

test.use({ serviceWorkers: 'allow' })

interface Named {
  readonly id: string
  readonly name: string
}

interface Operation {
  readonly seq: number
  readonly kind: string
  readonly verdict: { readonly status: string; readonly code: string | null }
}

const verdictOf = ({ kind, verdict }: Operation): string =>
  `${kind} ${verdict.code ?? verdict.status}`

interface CardAnswer {
  readonly card: { readonly number: string; readonly stamps: number }
}

async function stampsOn(shop: Shop, cardId: string): Promise<number> {
  const answer = await shop.owner.get<CardAnswer>(`/merchant/cards/${cardId}`)
  return must(answer, 200).card.stamps
}

/** Another tablet of the shop, which has a network, stamps the card. */
async function stampElsewhere(shop: Shop, by: Person, card_token: string): Promise<void> {
  const tablet = await shop.tablet()
  const signOn = await tablet.signOn(by.id, by.pin)
  const stamp = tablet.op('loyalty.stamp', { card_token }, { sign_on: signOn.id })
  const { verdicts } = must(await tablet.push([signOn, stamp]), 200)
  expect(verdicts.map(({ status }) => status)).toEqual(['accepted', 'accepted'])
}

/** Holds what another screen shows in front of the tablet's camera. */
async function filmFrom(kiosk: KioskScreen, code: Locator): Promise<void> {
  await expect(code).toBeVisible()
  await kiosk.camera.show(await filmScreen(code, kiosk.camera.size))
}

test('a tablet is paired, stamps with and without network, is revoked and comes back', async ({
  kiosk,
  desk,
  harbour,
}) => {
  test.setTimeout(180_000)
  const { page } = kiosk
  const label = `Counter ${unique()}`
  const cashier = await hire(harbour)
  const guesser = await hire(harbour)
  const programs = await harbour.owner.all<Named>('/merchant/programs')
  const coffee = programs.find(({ name }) => name === 'Coffee card')
  if (coffee === undefined) throw new Error('the demo has no coffee card')
  const cardsNeeded = [1, 2, 3, 4].map(() => harbour.card(coffee))
  const [second, third, fourth, fifth] = await Promise.all(cardsNeeded)
  if (!second || !third || !fourth || !fifth) throw new Error('cards are missing')
  const tabletRow = desk.page.getByRole('row', { name: new RegExp(label) })
  const deviceId = async (): Promise<string> => {
    const devices = await harbour.owner.all<Named & { label: string }>('/merchant/devices')
    return devices.find((device) => device.label === label)?.id ?? ''
  }
  const operations = async (): Promise<Operation[]> =>
    harbour.owner.all<Operation>(`/merchant/operations?device_id=${await deviceId()}`)

  await test.step('the owner prepares a tablet, which films the code on that screen', async () => {
    await desk.go('Stores & tablets')
    await desk.button('Prepare a tablet').first().click()
    await desk.dialog.getByRole('textbox', { name: 'Label' }).fill(label)
    await desk.button('Show pairing code').click()
    await expect(desk.dialog).toContainText('Waiting for a tablet')
    await expect(desk.dialog.getByRole('timer')).toHaveText(/^14:\d\d$/)
    await expect(kiosk.screen('unpaired')).toBeVisible()
    await filmFrom(kiosk, desk.page.getByAltText('Pairing code for the tablet’s camera'))
    await kiosk.atHome()
    await expect(desk.dialog).toContainText('The tablet is paired')
    await expect(desk.dialog).toContainText(/Claimed at \d\d:\d\d by .*Chrom/)
    await desk.button('Done').click()
    await expect(tabletRow).toContainText('Paired')
  })

  await test.step('a card from the console is filmed, a person signs on, the stamp is confirmed', async () => {
    await desk.go('Cards')
    await desk.button('Issue a card').click()
    await desk.select('Program', 'Coffee card')
    await desk.button('Issue card').click()
    await filmFrom(kiosk, desk.dialog.getByAltText('Code of the card'))
    await kiosk.choose(cashier.name)
    await kiosk.camera.hide()
    await desk.button('Done').click()
    await desk.go('Ledger')
    await desk.page.evaluate(() => Object.assign(window, { notReloaded: true }))
    await kiosk.tapPin(cashier.pin)
    await kiosk.seesVerdict('Stamped', 'confirmed')
    await expect(kiosk.verdict).toContainText('Stamp 1 of 10')
    const row = desk.page.getByRole('row').filter({ hasText: label })
    await expect(row.filter({ hasText: `${cashier.name} Keller stamped card` })).toBeVisible()
    expect(await desk.page.evaluate(() => 'notReloaded' in window)).toBe(true)
    await kiosk.atHome()
  })

  await test.step('offline, the kiosk starts cold and goes on', async () => {
    await page.context().setOffline(true)
    await kiosk.says('offline', 0)
    await page.reload()
    await kiosk.atHome()
    await kiosk.says('offline', 0)
    await kiosk.filmCard(second.token)
    await kiosk.seesVerdict('Stamped', 'saved')
    await expect(kiosk.verdict).toContainText('Saved')
    await kiosk.says('offline', 1)
    await kiosk.atHome()
  })

  await test.step('wrong PINs lock, and a locked PIN tells nothing', async () => {
    await kiosk.button('Sign off').click()
    await kiosk.filmCard(third.token)
    await kiosk.choose(guesser.name)
    const wrong = await clearlyWrongPin(kiosk, guesser.id)
    for (const left of [4, 3, 2, 1]) {
      await kiosk.tapPin(wrong)
      await expect(kiosk.screen('pin')).toContainText(
        `Wrong PIN. This PIN does not match. ${left} attempt`,
      )
    }
    await kiosk.tapPin(wrong)
    const locked = page.locator('[data-pin="locked"]')
    await expect(locked).toContainText('PIN locked')
    await expect(locked.getByRole('timer')).toHaveText(/^(30:00|29:\d\d)$/)
    const before = await kiosk.rows('outbox')
    await page.keyboard.type(guesser.pin, { delay: 80 })
    await kiosk.button('Someone else').click()
    await expect(kiosk.screen('who')).toContainText(/Locked until \d\d:\d\d/)
    await kiosk.choose(guesser.name)
    await expect(locked).toContainText('PIN locked')
    await page.keyboard.type(guesser.pin, { delay: 80 })
    await expect(locked).toContainText('PIN locked')
    expect(await kiosk.rows('outbox')).toHaveLength(before.length)
    await kiosk.button('Someone else').click()
    await kiosk.choose(cashier.name)
    await kiosk.tapPin(cashier.pin)
    await kiosk.seesVerdict('Stamped', 'saved')
    await kiosk.atHome()
  })

  await test.step('a card that was stamped without a network is not stamped again so soon', async () => {
    // Its code has been away for longer than it must have been.
    await kiosk.filmCard(second.token)
    await kiosk.seesVerdict('Too soon')
    await expect(kiosk.verdict).toContainText(/Next stamp from \d\d:\d\d/)
    await kiosk.goOn()
  })

  await test.step('online again, the server agrees with every answer', async () => {
    await page.context().setOffline(false)
    await kiosk.says('online', 0)
    const told = (await operations()).toSorted((a, b) => a.seq - b.seq).map(verdictOf)
    expect(told).toEqual([
      'staff.sign_on accepted',
      'loyalty.stamp accepted',
      'loyalty.stamp accepted',
      'staff.sign_off accepted',
      ...Array.from({ length: 5 }, () => 'staff.sign_on PIN_WRONG'),
      'staff.sign_on accepted',
      'loyalty.stamp accepted',
      'loyalty.stamp STAMP_COOLDOWN',
    ])
    await desk.go('Stores & tablets')
    await expect(tabletRow).toContainText('Nothing')
    await tabletRow.getByRole('link').click()
    await expect(desk.panel).toContainText('Received up to no.12')
    await expect(desk.panel).toContainText('Missing numbersNone')
  })

  const kept =
    await test.step('revoked, it forgets people and keeps what it had not sent', async () => {
      await page.context().setOffline(true)
      await kiosk.says('offline', 0)
      await kiosk.filmCard(fourth.token)
      await kiosk.seesVerdict('Stamped', 'saved')
      await kiosk.filmCard(fifth.token)
      await kiosk.seesVerdict('Stamped', 'saved')
      await kiosk.atHome()
      await stampElsewhere(harbour, cashier, fifth.token)
      await desk.panel.getByRole('button', { name: 'Revoke' }).click()
      await desk.button('Revoke tablet').click()
      await expect(desk.dialog).toContainText('This is needed.')
      await desk.dialog.getByRole('textbox', { name: 'Reason' }).fill('left in a taxi')
      await desk.button('Revoke tablet').click()
      await expect(desk.panel).toContainText('left in a taxi')
      const unsent = await kiosk.unsent()
      expect(unsent.length).toBeGreaterThan(0)
      await page.context().setOffline(false)
      await expect(kiosk.screen('revoked')).toBeVisible({ timeout: 15_000 })
      await expect(kiosk.screen('revoked')).toContainText('People’s data is gone from here')
      for (const table of ['staff', 'cards', 'programs', 'pins', 'sign_ons', 'effects']) {
        expect(await kiosk.rows(table), table).toEqual([])
      }
      expect(await kiosk.unsent()).toEqual(unsent)
      const everything = JSON.stringify([await kiosk.rows('outbox'), await kiosk.rows('meta')])
      expect(everything).not.toContain(cashier.name)
      return unsent
    })

  await test.step('paired again, what it kept arrives and is decided by a person', async () => {
    await kiosk.button('Pair again').click()
    await desk.panel.getByRole('button', { name: 'Pair again' }).click()
    await desk.button('Show pairing code').click()
    await filmFrom(kiosk, desk.page.getByAltText('Pairing code for the tablet’s camera'))
    await kiosk.atHome()
    await kiosk.says('online', 0)
    await desk.button('Done').click()
    await desk.go('Reviews')
    const { card } = must(
      await harbour.owner.get<CardAnswer>(`/merchant/cards/${fifth.card.id}`),
      200,
    )
    const cardEnd = `••${card.number.slice(-4)}`
    const recovered = desk.page.getByRole('row').filter({ hasText: label })
    await expect(recovered).toHaveCount(kept.length)
    const refused = recovered.filter({ hasText: 'stamped card' }).filter({ hasText: cardEnd })
    await refused.getByRole('button').click()
    await expect(desk.panel).toContainText('Recovered from a revoked tablet')
    await expect(desk.panel).toContainText('Too soon')
    await desk.panel.getByText('Accept it after all').first().click()
    await desk.panel.getByRole('textbox', { name: 'Note' }).fill('the customer was there')
    await desk.panel.getByRole('button', { name: 'Accept it after all' }).click()
    await desk.seesToast('Accepted after all')
    await expect(refused).toHaveCount(0)
    await expect(recovered).toHaveCount(kept.length - 1)
    expect(await stampsOn(harbour, fourth.card.id)).toBe(1)
    expect(await stampsOn(harbour, fifth.card.id)).toBe(2)
  })
})
