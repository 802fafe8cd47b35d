/** The camera refused, absent, lost and back; the ways beside it; and a code that stays in view. */
import { chromium, type Page } from 'playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '../harness/chromium'
import { KioskScreen } from './lib/kiosk-screen'
import { expect, TABLET, test } from './lib/story'

const trouble = (page: Page, why: string) => page.locator(`[data-trouble="${why}"]`)

/** What a hand scanner does: the keys of a code in a burst without a pause, then Enter. */
async function beep(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const keys = [...Array.from(text, (key) => ({ key, text: key })), { key: 'Enter', text: '\r' }]
  await Promise.all(
    keys.flatMap((key) => [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: key.key }),
    ]),
  )
}

test('a tablet without a camera says so; a typed code pairs it, typed and scanned codes stamp', async ({
  server,
  camera,
  harbour,
}) => {
  const program = await harbour.program()
  const [typed, scanned] = [await harbour.card(program), await harbour.card(program)]
  const { typed_code } = (await harbour.pairing()) as unknown as { typed_code: string }
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_FLAGS, '--use-fake-ui-for-media-stream'],
  })
  const page = await browser.newPage(TABLET)
  const kiosk = new KioskScreen(page, server, camera)
  await kiosk.open()
  await expect(trouble(page, 'absent')).toContainText('No camera found')
  await kiosk.button('Type the code instead').click()
  await page.getByRole('textbox', { name: 'Pairing code' }).fill(typed_code.toLowerCase())
  await kiosk.button('Pair').click()
  await expect(page.locator('[data-screen="home"]:not([inert])')).toBeVisible({ timeout: 15_000 })
  await expect(trouble(page, 'absent')).toContainText('typed codes work meanwhile')

  await kiosk.button('Type the code').click()
  const field = page.getByRole('textbox', { name: 'Code under the QR' })
  await field.fill('too short')
  await kiosk.button('Use this code').click()
  await expect(kiosk.screen('typing')).toContainText('It has 22 characters')
  await field.fill(typed.token.replaceAll(/(.{6})/g, '$1 '))
  await kiosk.button('Use this code').click()
  await kiosk.seesVerdict('Stamped', 'confirmed')
  await kiosk.button('Continue').click()
  await expect(kiosk.screen('verdict')).toBeHidden()

  await beep(page, kiosk.cardText(scanned.token))
  await kiosk.seesVerdict('Stamped', 'confirmed')
  await browser.close()
})

test('a camera that is refused is asked for again, and comes at once when it is allowed', async ({
  openKiosk,
  harbour,
}) => {
  const kiosk = await openKiosk()
  const { page } = kiosk
  // The browser's own question is answered by a flag here, so the "no" comes from the page's edge.
  await page.addInitScript(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    navigator.mediaDevices.getUserMedia = (wish) =>
      sessionStorage.getItem('allowed') === null
        ? Promise.reject(new DOMException('denied', 'NotAllowedError'))
        : ask(wish)
  })
  await kiosk.open()
  await expect(trouble(page, 'denied')).toContainText('The camera is not allowed')
  await expect(trouble(page, 'denied')).toContainText('Allow the camera for this page')
  await page.evaluate(() => sessionStorage.setItem('allowed', 'yes'))
  await kiosk.button('Try the camera again').click()
  await kiosk.pair((await harbour.pairing()).pairing)
})

test('a camera that goes away, or is taken by another app, comes back by itself', async ({
  kiosk,
  harbour,
}) => {
  const program = await harbour.program()
  const [first, second] = [await harbour.card(program), await harbour.card(program)]
  await kiosk.pair((await harbour.pairing()).pairing)
  const { page } = kiosk
  /** Ends the picture the way a pulled plug or another app does. */
  const interrupt = (how: 'ended' | 'mute') =>
    page.evaluate((name) => {
      const video = document.querySelector('video')
      const stream = video?.srcObject
      if (!(stream instanceof MediaStream)) throw new Error('nothing is filmed')
      for (const track of stream.getTracks()) track.dispatchEvent(new Event(name))
    }, how)
  await interrupt('ended')
  await expect(trouble(page, 'lost')).toContainText('The camera went away')
  await beep(page, kiosk.cardText(first.token))
  await kiosk.seesVerdict('Stamped', 'confirmed')
  await kiosk.atHome()
  await interrupt('mute')
  await expect(trouble(page, 'taken')).toContainText('Another app has the camera')
  await kiosk.atHome()
  await kiosk.filmCard(second.token)
  await kiosk.seesVerdict('Stamped', 'confirmed')
})

test('a card held still is one stamp; taken away for 2.5 seconds it is shown again', async ({
  openKiosk,
  harbour,
}) => {
  const { token } = await harbour.card(await harbour.program())
  const kiosk = await openKiosk()
  const { page } = kiosk
  await page.clock.install()
  await kiosk.open()
  await kiosk.pair((await harbour.pairing()).pairing)
  const stamps = async () =>
    (await kiosk.rows('outbox')).filter(({ kind }) => kind === 'loyalty.stamp').length

  await kiosk.camera.show(kiosk.cardText(token))
  await kiosk.seesVerdict('Stamped', 'confirmed')
  await kiosk.atHome()
  // Held still for as long as it could be undone, some fifty pictures.
  await expect(kiosk.button('Undo')).toBeVisible()
  await expect(kiosk.button('Undo')).toBeHidden({ timeout: 12_000 })
  expect(await stamps()).toBe(1)

  await kiosk.camera.hide()
  await page.clock.fastForward(2_500)
  await kiosk.camera.show(kiosk.cardText(token))
  await kiosk.seesVerdict('Too soon')
  await kiosk.camera.hide()
  expect(await stamps()).toBe(2)
})

test('a stamp can be undone, once', async ({ kiosk, harbour }) => {
  const { card, token } = await harbour.card(await harbour.program())
  await kiosk.pair((await harbour.pairing()).pairing)
  await kiosk.filmCard(token)
  await kiosk.seesVerdict('Stamped', 'confirmed')
  await kiosk.button('Undo').first().click()
  await kiosk.seesVerdict('Undone', 'confirmed')
  await kiosk.atHome()
  await expect(kiosk.button('Undo')).toBeHidden()
  const { body } = await harbour.owner.get<{ card: { stamps: number } }>(
    `/merchant/cards/${card.id}`,
  )
  expect(body.card.stamps).toBe(0)
})
