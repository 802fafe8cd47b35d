/** For everybody: axe, large type, little motion, small screens, four languages. */
import type { Locator } from 'playwright/test'
import { must, unique, type Thing } from '../harness/shop'
import { overflows } from '../harness/screens'
import {
  CONSOLE_SIZES,
  inspect,
  inspectPassing,
  KIOSK_SIZES,
  seeAccessible,
  seeFits,
  seeLoaded,
} from './lib/inspect'
import { KioskScreen } from './lib/kiosk-screen'
import { clearlyWrongPin } from './lib/pins'
import { expect, hire, TABLET, test } from './lib/story'

const LANGUAGES = ['en', 'fr', 'de', 'lb'] as const
/** Neighbours are pages of different kinds. */
const PLACES = [
  '/stores',
  '/today',
  '/people',
  '/programs',
  '/programs/new',
  '/cards',
  '/cards/print',
  '/customers',
  '/performances',
  '/performances/new',
  '/venues',
  '/mails',
  '/ledger',
  '/reviews',
  '/settings',
  '/clock',
  '/settings?part=keys',
  '/clock/print',
  '/settings?part=audit',
]

test('kiosk: axe finds nothing on any screen, light or dark', async ({ openKiosk, harbour }) => {
  test.setTimeout(240_000)
  const person = await hire(harbour)
  const program = await harbour.program({ pin_required: true })
  const [first, second] = [await harbour.card(program), await harbour.card(program)]
  const kiosk = await openKiosk({ ...TABLET, serviceWorkers: 'allow' })
  const { page } = kiosk
  const look = async (name: string, screen?: string): Promise<void> => {
    if (screen !== undefined) await expect(kiosk.screen(screen)).toBeVisible()
    await inspect(page, `kiosk-${name}`, KIOSK_SIZES)
  }
  const hold = (name: string) => inspectPassing(page, `kiosk-${name}`, KIOSK_SIZES)
  await page.clock.install()
  await kiosk.open()
  await expect(page.locator('[data-camera="live"]')).toBeVisible()
  await look('unpaired')
  await kiosk.button('Type the code instead').click()
  await look('unpaired-typing')
  const { pairing, device } = await harbour.pairing()
  await kiosk.pair(pairing)
  await kiosk.says('online', 0)
  await look('home')
  const other = new KioskScreen(await page.context().newPage(), kiosk.server, kiosk.camera)
  await other.open()
  await expect(other.screen('other-tab')).toBeVisible()
  await inspect(other.page, 'kiosk-other-tab', KIOSK_SIZES)
  await other.page.close()
  await kiosk.button('Type the code').click()
  await look('typing', 'typing')
  await kiosk.button('Back to scanning').click()
  await kiosk.button('This tablet').click()
  await look('tablet', 'tablet')
  await kiosk.button('Back to scanning').click()

  await kiosk.filmCard(first.token)
  await expect(kiosk.screen('who')).toBeVisible()
  await look('who')
  await kiosk.choose(person.name)
  await look('pin', 'pin')
  const wrong = await clearlyWrongPin(kiosk, person.id)
  await kiosk.tapPin(wrong)
  await expect(kiosk.screen('pin')).toContainText('Wrong PIN')
  await look('pin-wrong')
  await kiosk.tapPin(person.pin)
  await kiosk.seesVerdict('Stamped', 'confirmed')
  await hold('verdict-stamped')
  await kiosk.atHome()
  await look('home-last')
  await page.clock.fastForward(2_500)
  await kiosk.filmCard(first.token)
  await kiosk.seesVerdict('Too soon')
  await hold('verdict-too-soon')
  await kiosk.goOn()
  await kiosk.film('WIFI:S:cellar;T:WPA;P:secret;;')
  await kiosk.seesVerdict('Not one of ours')
  await hold('verdict-not-ours')
  await kiosk.goOn()

  await page.context().setOffline(true)
  await kiosk.says('offline', 0)
  await kiosk.filmCard(second.token)
  await kiosk.seesVerdict('Stamped', 'saved')
  await hold('verdict-saved')
  await kiosk.atHome()
  await kiosk.status.click()
  await look('queue', 'queue')
  await kiosk.button('Back to scanning').click()
  await kiosk.button('Sign off').click()
  await page.clock.fastForward(2_500)
  await kiosk.filmCard(second.token)
  await kiosk.choose(person.name)
  for (let tries = 0; tries < 5; tries += 1) {
    await expect(page.locator('[data-pin-progress="0"]')).toBeAttached()
    await kiosk.tapPin(wrong)
  }
  await expect(page.locator('[data-pin="locked"]')).toBeVisible()
  await look('pin-locked')
  await page.clock.fastForward(46_000)
  await expect(page.getByRole('dialog')).toContainText('Still there?')
  await hold('still-there')
  await kiosk.button('Back to the start').click()

  must(await harbour.owner.post(`/merchant/devices/${device.id}/revoke`, { reason: 'lost' }), 200)
  await page.context().setOffline(false)
  await expect(kiosk.screen('revoked')).toBeVisible({ timeout: 15_000 })
  await look('revoked')
  await kiosk.button('Pair again').click()
  await look('revoked-pairing')
})

test('console: axe finds nothing on any page, light or dark', async ({ desk, harbour }) => {
  test.setTimeout(240_000)
  const { page } = desk
  const look = (name: string) => inspect(page, `console-${name}`, CONSOLE_SIZES)
  for (const place of PLACES) {
    await desk.visit(place)
    await look(place.slice(1).replaceAll(/\W/g, '-'))
  }
  await test.step('what opens beside and above the pages', async () => {
    await desk.visit('/stores')
    await page.getByRole('link', { name: 'Terrace' }).click()
    await expect(desk.panel).toContainText('Received up to no.')
    await look('tablet-panel')
    await desk.button('Prepare a tablet').first().click()
    await look('prepare-dialog')
    await desk.dialog.getByRole('textbox', { name: 'Label' }).fill('Photographed')
    await desk.button('Show pairing code').click()
    await expect(desk.dialog).toContainText('Waiting for a tablet')
    await look('pairing-dialog')
    await desk.visit('/ledger')
    await page.getByRole('row').nth(1).getByRole('button').click()
    await expect(desk.panel).toContainText('What the tablet showed')
    await look('ledger-panel')
    await desk.visit('/reviews')
    await page.getByRole('row').nth(1).getByRole('button').click()
    await expect(desk.panel).toContainText('Your decision')
    await look('review-panel')
    await desk.visit('/cards')
    await desk.button('Issue a card').click()
    await desk.dialog.getByRole('button', { name: 'Issue card' }).click()
    await expect(desk.dialog.getByAltText('Code of the card')).toBeVisible()
    await look('card-dialog')
  })
  await test.step('signing in', async () => {
    await page.context().clearCookies()
    await page.goto(`${harbour.owner.origin}/console/`)
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await look('sign-in')
  })
})

test('console: axe finds nothing in any panel or dialog, light or dark', async ({
  desk,
  harbour,
}) => {
  test.setTimeout(240_000)
  const { page } = desk
  const person = await hire(harbour)
  const program = await harbour.program({ kind: 'points' })
  const { card } = await harbour.card(program)
  const panel = (name: string) => desk.panel.getByRole('button', { name })
  const inDialog = (name: string) => desk.dialog.getByRole('button', { name })
  const customer = { name: `Zoé ${unique()}` }
  const added = await harbour.owner.post<{ customer: Thing }>('/merchant/customers', customer)
  const { device } = await harbour.pairing()
  // Where it begins, and what is pressed from there: axe looks after each.
  const ways: readonly (readonly [place: string, ...steps: readonly Locator[]])[] = [
    [`/programs/${program.id}`, desk.button('Add a reward')],
    [`/customers?customer=${must(added, 201).customer.id}`, panel('Edit')],
    [`/people?person=${person.id}`, panel('Change PIN')],
    [`/people?person=${person.id}`, panel('Issue a badge'), inDialog('Issue a badge')],
    [`/cards?card=${card.id}`, panel('Block')],
    [`/stores?tablet=${device.id}`, panel('Revoke')],
    ['/ledger', desk.button('Verify'), desk.button('Verify now')],
    ['/cards/print', desk.button(/^Make \d+ cards$/), page.getByRole('link', { name: 'Ledger' })],
  ]
  let seen = ''
  for (const [place, ...steps] of ways) {
    if (place === seen) {
      await page.keyboard.press('Escape')
    } else {
      await desk.visit(place)
      await seeAccessible(page, place)
    }
    seen = place
    for (const [index, step] of steps.entries()) {
      await step.click()
      await seeAccessible(page, `${place}, step ${index + 1}`)
    }
  }
})

test('axe finds nothing on the admin’s page and those that the server draws', async ({
  deskOf,
  server,
}) => {
  test.setTimeout(120_000)
  const { page } = await deskOf('admin@counterfoil.example')
  await expect(page.getByRole('button', { name: 'Harbour Coffee' })).toBeVisible()
  await seeAccessible(page, '/merchants')
  for (const path of ['/', '/demo/sheet', '/api/v1/docs', '/problems']) {
    const answer = await page.goto(server.origin + path)
    expect(answer?.status(), path).toBe(200)
    await seeAccessible(page, path)
  }
})

test('kiosk: four languages fit a phone, and every screen fits at twice the size', async ({
  openKiosk,
  harbour,
}) => {
  test.setTimeout(120_000)
  const kiosk = await openKiosk()
  const person = await hire(harbour)
  const { token } = await harbour.card(await harbour.program({ pin_required: true }))
  await kiosk.page.clock.install()
  await kiosk.open()
  for (const language of LANGUAGES) {
    await kiosk.page.locator(`label[lang="${language}"]`).click()
    await expect(kiosk.page.locator(`html[lang="${language}"]`)).toBeAttached()
    await seeFits(kiosk.page, 390, `unpaired, ${language}`)
  }
  await kiosk.pair((await harbour.pairing()).pairing)
  for (const language of LANGUAGES) {
    await kiosk.atHome()
    await kiosk.page.locator(`label[lang="${language}"]`).click()
    await expect(kiosk.page.locator(`html[lang="${language}"]`)).toBeAttached()
    await seeFits(kiosk.page, 390, `home, ${language}`)
    await kiosk.page.clock.fastForward(2_500)
    await kiosk.filmCard(token)
    await expect(kiosk.screen('who')).toBeVisible()
    await seeFits(kiosk.page, 390, `who, ${language}`)
    await kiosk.screen('who').getByRole('button', { name: person.name }).click()
    await expect(kiosk.screen('pin')).toBeVisible()
    await seeFits(kiosk.page, 390, `pin, ${language}`)
    await seeFits(kiosk.page, 640, `pin twice the size, ${language}`)
    await kiosk.page.keyboard.press('Escape')
    await seeFits(kiosk.page, 640, `home twice the size, ${language}`)
  }
})

test('console: four languages fit a phone, and pages fit at twice the size', async ({ desk }) => {
  test.setTimeout(120_000)
  const { page } = desk
  await page.setViewportSize({ width: 390, height: 844 })
  for (const language of LANGUAGES) {
    await page.evaluate((chosen) => {
      localStorage.setItem('counterfoil.language', chosen)
    }, language)
    await desk.open('/ledger')
    await expect(page.locator(`html[lang="${language}"]`)).toBeAttached()
    for (const place of PLACES) {
      await desk.visit(place)
      await seeLoaded(page)
      expect(await overflows(page), `${place} in ${language}`).toBe(false)
    }
    await seeFits(page, 720, `settings twice the size, ${language}`)
  }
})

test('where motion is unwelcome, nothing moves', async ({ openKiosk, harbour }) => {
  const kiosk = await openKiosk()
  const { page } = kiosk
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await kiosk.open()
  const { token } = await harbour.card(await harbour.program())
  await kiosk.pair((await harbour.pairing()).pairing)
  await kiosk.filmCard(token)
  await kiosk.seesVerdict('Stamped')
  // The flash that answers a code changes its light only, and stays.
  const moving = await page.evaluate(() =>
    document.getAnimations().flatMap(({ effect, playState }) => {
      const { duration } = effect?.getComputedTiming() ?? {}
      const lasts = playState === 'running' && typeof duration === 'number' && duration > 20
      if (!lasts || !(effect instanceof KeyframeEffect)) return []
      const changed = new Set(effect.getKeyframes().flatMap((frame) => Object.keys(frame)))
      return ['transform', 'translate', 'scale', 'rotate', 'left', 'top', 'width', 'height'].filter(
        (property) => changed.has(property),
      )
    }),
  )
  expect(moving).toEqual([])
})
