/** Everything wrong that people hold in front of a tablet: each has its words, and the scanner goes on. */
import { sql } from '../harness/database'
import { fillDisk, SMALL_DISK } from '../harness/disk'
import { noiseFrame, twoCodesFrame } from '../harness/frames'
import { must, type Shop } from '../harness/shop'
import { TabletClient } from '../harness/tablet-client'
import type { KioskScreen } from './lib/kiosk-screen'
import { expect, hire, type Person, test } from './lib/story'

const TOKEN = 'AbCdEfGhIjKlMnOpQrStUv'

/** Signs on by stamping a card that asks for a PIN. */
async function signOnWithStamp(kiosk: KioskScreen, shop: Shop, person: Person): Promise<string> {
  const { token } = await shop.card(await shop.program({ pin_required: true }))
  await kiosk.stamp(token, person)
  await kiosk.seesVerdict('Stamped', 'confirmed')
  await kiosk.atHome()
  return token
}

/** Another character in the middle: what a misprinted or scratched code says. */
const misread = (token: string): string =>
  token.slice(0, 9) + (token[9] === 'x' ? 'y' : 'x') + token.slice(10)

const seeOutcome = async (kiosk: KioskScreen, word: string, text: RegExp): Promise<void> => {
  await kiosk.seesVerdict(word)
  await expect(kiosk.verdict).toContainText(text)
  await kiosk.goOn()
}

test('cards that do not count are told apart, and the next card is stamped', async ({
  kiosk,
  harbour,
  rival,
}) => {
  const person = await hire(harbour)
  await kiosk.pair((await harbour.pairing()).pairing)
  const good = await signOnWithStamp(kiosk, harbour, person)
  const program = await harbour.program({ pin_required: true })

  const blocked = await harbour.card(program)
  must(await harbour.owner.patch(`/merchant/cards/${blocked.card.id}`, { status: 'blocked' }), 200)
  await kiosk.filmCard(blocked.token)
  await seeOutcome(kiosk, 'Card blocked', /Ask for the newer one/)

  const theirs = await rival.card(await rival.program())
  await kiosk.filmCard(theirs.token)
  await seeOutcome(kiosk, 'Unknown card', /not one of ours/)
  await kiosk.filmCard(misread(good))
  await seeOutcome(kiosk, 'Unknown card', /not one of ours/)

  const [left, right] = [await harbour.card(program), await harbour.card(program)]
  const both = twoCodesFrame(
    kiosk.camera.size,
    kiosk.cardText(left.token),
    kiosk.cardText(right.token),
  )
  await kiosk.camera.show(both)
  await kiosk.seesVerdict('Stamped')
  await kiosk.atHome()
  await kiosk.camera.hide()
  await kiosk.says('online', 0)
  const stamps = (await kiosk.rows('outbox')).filter(({ kind }) => kind === 'loyalty.stamp')
  expect(stamps.map(({ seq }) => seq)).toHaveLength(5)
})

test('texts that are no card of this shop are named, never opened', async ({ kiosk, harbour }) => {
  await kiosk.pair((await harbour.pairing()).pairing)
  const { page, server } = kiosk
  const ours = server.origin
  const signed = `v1.eyJhIjoxfQ.${'x'.repeat(86)}`
  const { pairing } = await harbour.pairing()
  const texts = [
    ['another shop’s card', `https://stamps.example/c/${TOKEN}`, 'Not from here'],
    ['a look-alike host', `${ours}.evil.example/c/${TOKEN}`, 'Not from here'],
    ['our name before an @', `http://localhost@evil.example/c/${TOKEN}`, 'Not from here'],
    ['our card with something behind', `${ours}/c/${TOKEN}?next=//evil`, 'Not one of ours'],
    ['a token too long', `${ours}/c/${TOKEN}x`, 'Not one of ours'],
    ['a network', 'WIFI:S:cellar;T:WPA;P:secret;;', 'Not one of ours'],
    ['a script', 'javascript:document.body.remove()', 'Not one of ours'],
    ['a page', 'https://counterfoil.example/', 'Not one of ours'],
    ['half a pairing', '{"api_url":', 'Not one of ours'],
    ['markup', '<img src=x onerror=alert(1)>', 'Not one of ours'],
    ['unprintable', '\u0001\u0002\u0003 \u202Edrac a', 'Not one of ours'],
    ['a pairing code', JSON.stringify(pairing), 'Already paired'],
    ['a ticket', `${ours}/t/${signed}`, 'This is a ticket'],
    ['the poster', `${ours}/stamp?t=${TOKEN}`, 'This is the poster'],
    ['nobody’s badge', `${ours}/b/${TOKEN}`, 'Unknown badge'],
  ] as const
  for (const [name, text, word] of texts) {
    await test.step(name, async () => {
      await kiosk.film(text)
      await kiosk.seesVerdict(word)
      await kiosk.goOn()
    })
  }

  await test.step('the longest code there can be', async () => {
    await kiosk.atHome()
    await kiosk.camera.show('A'.repeat(4_296), { correction: 'L', scale: 2.9 })
    await kiosk.seesVerdict('Not one of ours')
    await kiosk.camera.hide()
    await kiosk.goOn()
  })

  await test.step('noise is nothing, and the scanner goes on', async () => {
    await kiosk.camera.show(noiseFrame(kiosk.camera.size))
    const before = (await kiosk.rows('cards')).length
    const { token } = await harbour.card(await harbour.program())
    await expect.poll(async () => (await kiosk.rows('cards')).length).toBe(before + 1)
    await kiosk.filmCard(token)
    // The green screen passes; the strip with the last result stays.
    await expect(page.locator('[data-saved="confirmed"]').first()).toBeVisible()
  })
  expect(page.url()).toBe(`${ours}/kiosk/`)
  expect(page.context().pages()).toHaveLength(1)
  await expect.poll(async () => (await kiosk.rows('outbox')).length).toBe(1)
})

test('a tablet that is not paired refuses what is no good pairing, and pairs with the next', async ({
  kiosk,
  harbour,
}) => {
  const news = kiosk.page.locator('[data-pairing]')
  const shows = async (text: string, words: string): Promise<void> => {
    await kiosk.camera.show(text)
    await expect(news).toContainText(words)
    await kiosk.camera.hide()
  }
  await shows(kiosk.cardText(TOKEN), 'That is not a pairing code')
  const forged = { api_url: `${kiosk.server.origin}/api/v1`, store_code: 'X', auth_token: 'a.b.c' }
  await shows(JSON.stringify(forged), 'Tablet not recognised')
  await shows('WIFI:S:cellar;T:WPA;P:secret;;', 'That is not a pairing code')

  const expired = await harbour.pairing()
  await sql(
    kiosk.server.database.url,
    `update device set pairing_expires_at = now() - interval '1 minute' where id = $1`,
    [expired.device.id],
  )
  await shows(JSON.stringify(expired.pairing), 'Code has run out')

  const taken = await harbour.pairing()
  must(await (await TabletClient.pair(taken.pairing)).claim(), 200)
  await shows(JSON.stringify(taken.pairing), 'Code already used')

  await kiosk.button('Type the code instead').click()
  await kiosk.page.getByRole('textbox', { name: 'Pairing code' }).fill('NOT-A-CODE')
  await kiosk.button('Pair').click()
  await expect(news).toContainText('Code not known')

  await kiosk.pair((await harbour.pairing()).pairing)
})

test('with the disk full nothing is said to be saved, and the queue stays whole', async ({
  openKiosk,
  harbour,
}) => {
  const program = await harbour.program()
  const [first, second, third] = [
    await harbour.card(program),
    await harbour.card(program),
    await harbour.card(program),
  ]
  const kiosk = await openKiosk()
  const session = await kiosk.page.context().newCDPSession(kiosk.page)
  const { origin } = kiosk.server
  // The browser asks about space only now and then: the disk must be small from the start.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: SMALL_DISK })
  await kiosk.open()
  await kiosk.pair((await harbour.pairing()).pairing)
  await kiosk.page.context().setOffline(true)
  await kiosk.says('offline', 0)
  await kiosk.filmCard(first.token)
  await kiosk.seesVerdict('Stamped', 'saved')

  await fillDisk(kiosk.page)
  await kiosk.filmCard(second.token)
  await kiosk.seesVerdict('Not saved')
  await expect(kiosk.verdict).toContainText('storage is full, so nothing was kept')
  await expect(kiosk.verdict.locator('[data-saved]')).toHaveCount(0)
  await kiosk.goOn()
  await kiosk.says('offline', 1)
  expect(await kiosk.unsent()).toEqual([1])

  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await kiosk.filmCard(third.token)
  await kiosk.seesVerdict('Stamped', 'saved')
  await kiosk.page.context().setOffline(false)
  await kiosk.says('online', 0)
  const rows = await kiosk.rows('outbox')
  expect(rows.map(({ seq, state }) => `${Number(seq)} ${String(state)}`)).toEqual([
    '1 answered',
    '2 answered',
  ])
})
