/** An evening and its doors, for stories: what the merchant sets up, and what a doorman does. */
import { must, unique, type Shop, type Thing } from '../../harness/shop'
import { seeInView } from './in-view'
import type { KioskScreen } from './kiosk-screen'
import { expect } from './story'

export interface Evening extends Thing {
  readonly title: string
}

/** Five places; whoever leaves may come back. */
export async function announce({ owner }: Shop, more: object = {}): Promise<Evening> {
  const body = {
    title: `Hamlet ${unique()}`,
    starts_at: new Date(Date.now() + 3_600_000).toISOString(),
    capacity: 5,
    reentry: true,
    pin_required: false,
    ...more,
  }
  const answer = await owner.post<{ performance: Evening }>('/merchant/performances', body)
  return must(answer, 201).performance
}

export interface SoldTicket {
  readonly ticket: Thing
  readonly token: string
}

/** Books a party. */
export async function sell(
  { owner }: Shop,
  { id }: Evening,
  name: string,
  party_size = 1,
  more: object = {},
): Promise<SoldTicket> {
  const body = { performance_id: id, name, party_size, ...more }
  return must(await owner.post<SoldTicket>('/merchant/tickets', body), 201)
}

/** Pairs a tablet for the door and chooses the evening. */
export async function openDoor(
  kiosk: KioskScreen,
  shop: Shop,
  { title }: Evening,
): Promise<{ readonly id: string; readonly label: string }> {
  const { pairing, device } = await shop.pairing(['door'])
  await kiosk.open()
  await kiosk.camera.show(JSON.stringify(pairing))
  await expect(kiosk.screen('shift')).toBeVisible({ timeout: 15_000 })
  await kiosk.camera.hide()
  await kiosk.button(new RegExp(title)).click()
  await atDoor(kiosk)
  return device
}

export async function atDoor(kiosk: KioskScreen): Promise<void> {
  await seeInView(kiosk.page, '[data-screen="door"]:not([inert])', { timeout: 15_000 })
  await seeInView(kiosk.page, '[data-camera="live"]')
}

/** Touches a verdict away, unless it is gone already. */
export async function goOn(kiosk: KioskScreen): Promise<void> {
  await kiosk.page.evaluate(() => {
    const touch = new PointerEvent('pointerup', { bubbles: true })
    document.querySelector('[data-verdict]')?.dispatchEvent(touch)
  })
  await atDoor(kiosk)
}

/** Shows a ticket until it was taken, and takes it out of view. */
export async function filmTicket(kiosk: KioskScreen, token: string): Promise<void> {
  await atDoor(kiosk)
  await kiosk.camera.show(`${kiosk.server.setting.env['PUBLIC_URL']}/t/${token}`)
  await seeInView(kiosk.page, '[data-screen="door"][inert]')
  await kiosk.camera.hide()
}

/** All tablets of a test film one picture: whichever is not meant to is off. */
export async function switchOff({ page }: KioskScreen): Promise<void> {
  await page.goto('about:blank')
}

/** The same ticket with another signature. */
export function forged({ token }: SoldTicket): string {
  return token.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))
}
