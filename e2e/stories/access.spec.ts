/** For everybody: axe, the keyboard alone, large type, little motion, small screens, four languages. */
import type { Locator, Page } from 'playwright/test'
import { must } from '../harness/shop'
import { overflows } from '../harness/screens'
import type { TabletClient } from '../harness/tablet-client'
import { ConsoleScreen } from './lib/console-screen'
import { CONSOLE_SIZES, inspect, KIOSK_SIZES, seeFits } from './lib/inspect'
import { KioskScreen } from './lib/kiosk-screen'
import { clearlyWrongPin } from './lib/pins'
import { DESK, expect, hire, test } from './lib/story'

const LANGUAGES = ['en', 'fr', 'de', 'lb'] as const
const PLACES = [
  '/today',
  '/stores',
  '/people',
  '/programs',
  '/programs/new',
  '/cards',
  '/cards/print',
  '/customers',
  '/ledger',
  '/reviews',
  '/settings',
  '/settings?part=audit',
]

/** Goes there by the Tab key. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  await expect(goal).toBeVisible()
  for (let press = 0; press < 80; press += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the Tab key does not lead there')
}

async function press(page: Page, goal: Locator): Promise<void> {
  await tabTo(page, goal)
  await page.keyboard.press('Enter')
}

test('kiosk: axe finds nothing on any screen, light or dark', async ({ openKiosk, harbour }) => {
  test.setTimeout(240_000)
  const person = await hire(harbour)
  const program = await harbour.program({ pin_required: true })
  const [first, second] = [await harbour.card(program), await harbour.card(program)]
  const kiosk = await openKiosk()
  const { page } = kiosk
  const look = async (name: string, screen?: string): Promise<void> => {
    if (screen !== undefined) await expect(kiosk.screen(screen)).toBeVisible()
    await inspect(page, `kiosk-${name}`, KIOSK_SIZES)
  }
  /** Time stands still while a screen that would pass is looked at. */
  const hold = async (name: string): Promise<void> => {
    await page.clock.pauseAt(new Date(await page.evaluate(() => Date.now() + 500)))
    const looking = { on: true }
    const seen = look(name).finally(() => {
      looking.on = false
    })
    // axe waits for timers of its own: they may pass, one millisecond at a time.
    while (looking.on) await page.clock.runFor(1)
    await seen
    await page.clock.resume()
  }
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
    await desk.open(place)
    await look(place.slice(1).replaceAll(/\W/g, '-'))
  }
  await test.step('what opens beside and above the pages', async () => {
    await desk.open('/stores')
    await page.getByRole('link', { name: 'Terrace' }).click()
    await expect(desk.panel).toContainText('Received up to no.')
    await look('tablet-panel')
    await desk.button('Prepare a tablet').first().click()
    await look('prepare-dialog')
    await desk.dialog.getByRole('textbox', { name: 'Label' }).fill('Photographed')
    await desk.button('Show pairing code').click()
    await expect(desk.dialog).toContainText('Waiting for a tablet')
    await look('pairing-dialog')
    await desk.open('/ledger')
    await page.getByRole('row').nth(1).getByRole('button').click()
    await expect(desk.panel).toContainText('What the tablet showed')
    await look('ledger-panel')
    await desk.open('/reviews')
    await page.getByRole('row').nth(1).getByRole('button').click()
    await expect(desk.panel).toContainText('Your decision')
    await look('review-panel')
    await desk.open('/cards')
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

test('four languages fit a phone, and every screen fits at twice the size', async ({
  desk,
  openKiosk,
  harbour,
}) => {
  test.setTimeout(180_000)
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

  const { page } = desk
  for (const language of LANGUAGES) {
    await page.evaluate((chosen) => {
      localStorage.setItem('counterfoil.language', chosen)
    }, language)
    for (const place of PLACES) {
      await page.setViewportSize({ width: 390, height: 844 })
      await desk.open(place)
      await expect(page.locator(`html[lang="${language}"]`)).toBeAttached()
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
