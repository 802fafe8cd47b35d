/** Two doors in the cellar, for hours without a network, with the room split between them. */
import { must } from '../harness/shop'
import { announce, atDoor, goOn, openDoor, switchOff } from './lib/door'
import { inspect, KIOSK_SIZES } from './lib/inspect'
import type { KioskScreen } from './lib/kiosk-screen'
import { expect, test } from './lib/story'

const HOURS = '06:00:00'

/** Guests without a ticket; the count stands at one. */
async function letIn(kiosk: KioskScreen, people: number, word: string): Promise<void> {
  await atDoor(kiosk)
  await kiosk.button('Without ticket').click()
  for (let n = 1; n < people; n += 1) await kiosk.button('One more').click()
  await kiosk.button(`Let ${people} in`).click()
  await kiosk.seesVerdict(word)
}

const leased = (kiosk: KioskScreen, places: number) =>
  expect(kiosk.page.locator(`[data-leased="${places}"]`)).toBeVisible({ timeout: 45_000 })

test('two doors offline for hours never exceed the house together; what one leaves, the other gets', async ({
  openKiosk,
  harbour,
}) => {
  test.setTimeout(180_000)
  const cellar = await announce(harbour, { title: `Cellar ${Date.now()}`, capacity: 8 })
  const [north, south] = [await openKiosk(), await openKiosk()]
  for (const { page } of [north, south]) await page.clock.install()
  const path = `/merchant/performances/${cellar.id}/leases`
  const openReviews = async (): Promise<number> => {
    const list = '/merchant/reviews?status=open&limit=500'
    return must(await harbour.owner.get<{ items: unknown[] }>(list), 200).items.length
  }
  const reviews = await openReviews()
  /** Both doors look in at the server, as they do every half minute. */
  const later = async (): Promise<void> => {
    for (const { page } of [north, south]) await page.clock.fastForward(31_000)
  }

  await test.step('the room is split in equal parts; each door shows its own', async () => {
    const second = await openDoor(south, harbour, cellar)
    await switchOff(south)
    const first = await openDoor(north, harbour, cellar)
    const doors = [first, second].map(({ id }) => ({ device_id: id }))
    must(await harbour.owner.post(path, { mode: 'automatic', doors }), 200)
    await leased(north, 4)
    await north.page.context().setOffline(true)
    await north.says('offline', 0)
    await south.open()
    await leased(south, 4)
    await south.page.context().setOffline(true)
    await south.says('offline', 0)
  })

  await test.step('six hours later each fills its own places, and no other', async () => {
    for (const { page } of [north, south]) await page.clock.fastForward(HOURS)
    await letIn(north, 3, 'Come in')
    await goOn(north)
    await leased(north, 1)
    await inspect(north.page, 'door-leased', KIOSK_SIZES)
    await letIn(north, 2, 'Not all fit')
    await expect(north.verdict).toContainText('1 place is left')
    await north.button('Let fewer in').click()
    await north.button('Let 1 in').click()
    await north.seesVerdict('Come in')
    await goOn(north)
    await letIn(north, 1, 'Full')
    await goOn(north)
    await leased(north, 0)
    await letIn(south, 1, 'Come in')
    await goOn(south)
    await leased(south, 3)
  })

  await test.step('back online nobody stands in review, and the house is not exceeded', async () => {
    for (const kiosk of [north, south]) {
      await kiosk.page.context().setOffline(false)
      await kiosk.says('online', 0, 45_000)
    }
    const { performance } = must(
      await harbour.owner.get<{ performance: { inside: number } }>(
        `/merchant/performances/${cellar.id}`,
      ),
      200,
    )
    expect(performance.inside).toBe(5)
    expect(await openReviews()).toBe(reviews)
  })

  await test.step('drained, the rest is shared anew; taken back, any door may fill it', async () => {
    // Three are left: equal parts of them, whoever comes first by id gets the odd one.
    const some = north.page.locator('[data-leased="1"], [data-leased="2"]')
    await expect(async () => {
      await later()
      await expect(some).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 60_000 })
    must(await harbour.owner.post(path, { mode: 'off' }), 200)
    await expect(async () => {
      await later()
      for (const { page } of [north, south]) {
        await expect(page.locator('[data-leased]')).toHaveCount(0, { timeout: 1_000 })
      }
    }).toPass({ timeout: 60_000 })
    await letIn(north, 3, 'Come in')
    await goOn(north)
    await letIn(north, 1, 'Full')
    await expect(north.verdict).toContainText('8 of 8')
  })
})
