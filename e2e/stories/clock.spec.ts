/** The entrance: people come, pause and go, one behind the other, with and without a network. */
import { sql } from '../harness/database'
import { must, type Shop } from '../harness/shop'
import { CONSOLE_SIZES, inspect, KIOSK_SIZES, seeAccessible, seeFits } from './lib/inspect'
import type { KioskScreen } from './lib/kiosk-screen'
import { expect, hire, type Person, test } from './lib/story'

test.use({ serviceWorkers: 'allow' })

async function badgeOf({ owner }: Shop, person: Person): Promise<string> {
  const answer = await owner.post<{ token: string }>(`/merchant/staff/${person.id}/badge`, {})
  return must(answer, 201).token
}

test('badge or number, PIN, and three large keys', async ({ kiosk, harbour, server }) => {
  test.setTimeout(180_000)
  const { page, camera } = kiosk
  const [mira, jonas] = [await hire(harbour), await hire(harbour)]
  const badges = [await badgeOf(harbour, mira), await badgeOf(harbour, jonas)] as const
  const text = (token: string) => kiosk.cardText(token).replace('/c/', '/b/')
  const keys = kiosk.screen('clock-keys')
  const home = page.locator('[data-screen="home"]:not([inert])')

  await test.step('a tablet whose one job is the clock begins there', async () => {
    await kiosk.pair((await harbour.pairing(['clock'])).pairing)
    await expect(page.locator('[data-job="clock"]')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Show your badge or type your number',
    )
    await inspect(page, 'clock-attract', KIOSK_SIZES)
  })

  await test.step('a filmed badge: in, greeted by name', async () => {
    await kiosk.film(text(badges[0]))
    await kiosk.tapPin(mira.pin)
    await expect(keys.getByRole('heading', { level: 1 })).toContainText(mira.name)
    await expect(keys).toContainText('Not clocked in')
    await expect(keys.locator('[data-suggested]')).toHaveText('In')
    await inspect(page, 'clock-keys-out', KIOSK_SIZES)
    await keys.getByRole('button', { name: 'In', exact: true }).click()
    await expect(kiosk.verdict).toContainText(mira.name)
    await expect(kiosk.verdict.locator('[data-saved="confirmed"]')).toBeVisible()
  })

  await test.step('the next one right behind: a badge ends the answer before', async () => {
    await camera.show(text(badges[1]))
    await expect(kiosk.screen('pin')).toBeVisible()
    await camera.hide()
    await kiosk.tapPin(jonas.pin)
    await keys.getByRole('button', { name: 'In', exact: true }).click()
    await expect(kiosk.verdict).toContainText(jonas.name)
    // By itself, and soon.
    await expect(home).toBeVisible({ timeout: 4_000 })
    await expect(page.getByText(jonas.name)).toHaveCount(0)
  })

  await test.step('once more within the minute counts once, and is said kindly', async () => {
    await signOn(kiosk, mira, harbour)
    await expect(keys).toContainText('In since')
    await keys.getByRole('button', { name: 'In', exact: true }).click()
    await kiosk.seesVerdict(`Already recorded, ${mira.name}`)
    await kiosk.goOn()
  })

  await test.step('offline, after a cold start, the same: a break, saved here', async () => {
    await page.context().setOffline(true)
    await page.reload()
    await kiosk.says('offline', 0)
    await signOn(kiosk, mira, harbour)
    await keys.getByRole('button', { name: 'Break', exact: true }).click()
    await kiosk.seesVerdict(`Enjoy your break, ${mira.name}`, 'saved')
    await inspect(page, 'clock-result', KIOSK_SIZES)
    await expect(home).toBeVisible()
    await kiosk.says('offline', 2)
    await signOn(kiosk, mira, harbour)
    await expect(keys.getByRole('button', { name: 'Back from break' })).toHaveAttribute(
      'data-suggested',
      'true',
    )
    await keys.getByRole('button', { name: 'Back to the start' }).click()
    await kiosk.status.click()
    await expect(kiosk.screen('queue')).toContainText(`${mira.name} Keller went on a break`)
    await kiosk.button('Back to scanning').click()
  })

  await test.step('the network is back: everything arrives, in order', async () => {
    await page.context().setOffline(false)
    await kiosk.says('online', 0, 30_000)
    const ledger = await harbour.owner.all<{ kind: string }>(
      `/merchant/ledger?status=accepted&staff_id=${mira.id}`,
    )
    const punches = ledger.map(({ kind }) => kind).filter((kind) => kind.startsWith('clock.'))
    expect(punches.toSorted()).toEqual(['clock.break_start', 'clock.in'])
    // Each says how it was made: a badge first, the number then.
    const made = await harbour.owner.all<{ punch: string; source: string }>(
      `/merchant/punches?staff_id=${mira.id}`,
    )
    expect(made.map(({ punch, source }) => `${punch} ${source}`).toSorted()).toEqual([
      'break_start tablet',
      'in badge',
    ])
  })

  await test.step('fourteen hours later: recorded, flagged, never refused', async () => {
    const shift = (
      by: string,
    ) => `update punch set occurred_at = occurred_at ${by} interval '14 hours'
      where staff_id = $1 and action = 'in'`
    await sql(server.database.url, shift('-'), [jonas.id])
    await agePunches(kiosk, jonas.id, 14)
    await page.reload()
    await kiosk.says('online', 0)
    await signOn(kiosk, jonas, harbour)
    await inspect(page, 'clock-keys-in', KIOSK_SIZES)
    await kiosk.button('My last two weeks').click()
    await expect(kiosk.screen('clock-hours')).toContainText('the last two weeks')
    await inspect(page, 'clock-hours', KIOSK_SIZES)
    await kiosk.button('Back').click()
    await keys.getByRole('button', { name: 'Out', exact: true }).click()
    await kiosk.seesVerdict(`Recorded, ${jonas.name}`, 'confirmed')
    await expect(kiosk.verdict).toContainText('more than twelve hours')
    await seeAccessible(page, 'clock-long')
    const reviews = await harbour.owner.all<{ reason: string }>('/merchant/reviews?status=open')
    expect(reviews.map(({ reason }) => reason)).toContain('ODD_PUNCH')
    // The ledger knows better; whoever verifies it after this story shall find it whole.
    await sql(server.database.url, shift('+'), [jonas.id])
  })

  await test.step('the keyboard alone, and a number that nobody has', async () => {
    await expect(home).toBeVisible()
    await page.keyboard.type('990099')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Nobody here has this number.')).toBeVisible()
    for (const language of ['fr', 'de', 'lb']) {
      await page.locator(`label[lang="${language}"]`).click()
      await expect(page.locator(`html[lang="${language}"]`)).toBeAttached()
      await seeFits(page, 390, `clock in ${language}`)
    }
  })
})

/** By the number on the pad: its digits are enough, whatever else is in it. */
async function signOn(kiosk: KioskScreen, person: Person, shop: Shop): Promise<void> {
  const { staff } = must(
    await shop.owner.get<{ staff: { personnel_number: string } }>(`/merchant/staff/${person.id}`),
    200,
  )
  const pad = kiosk.page.getByRole('group', { name: 'Keys for the number' })
  for (const digit of staff.personnel_number.replace(/\D/g, '')) {
    await pad.getByRole('button', { name: digit, exact: true }).click()
  }
  await kiosk.button('Next').click()
  await kiosk.tapPin(person.pin)
  await expect(kiosk.screen('clock-keys')).toBeVisible()
}

/** What the server told the tablet of somebody, so many hours older. */
async function agePunches({ page }: KioskScreen, staffId: string, hours: number): Promise<void> {
  await page.evaluate(
    ([id, ms]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('counterfoil')
        opening.addEventListener('error', () => reject(new Error('cannot be opened')))
        opening.addEventListener('success', () => {
          const change = opening.result.transaction('clocks', 'readwrite')
          const store = change.objectStore('clocks')
          const asking = store.get(id)
          asking.addEventListener('success', () => {
            const row = asking.result as { punches: { at: string }[] }
            for (const punch of row.punches) {
              punch.at = new Date(Date.parse(punch.at) - ms).toISOString()
            }
            store.put(row)
          })
          change.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    [staffId, hours * 3_600_000] as const,
  )
}

test('who is in, and everybody’s hours, in the console', async ({ desk, harbour }) => {
  const [person, other] = [await hire(harbour), await hire(harbour)]
  const tablet = await harbour.tablet(['clock'])
  const tell = async ({ id, pin }: Person, kind: string): Promise<void> => {
    const signOn = await tablet.signOn(id, pin)
    must(await tablet.push([signOn, tablet.op(kind, {}, { sign_on: signOn.id })]), 200)
  }
  await tell(person, 'clock.in')
  await desk.go('Hours')
  const now = desk.page.getByRole('region', { name: 'At work now' })
  await expect(now).toContainText(`${person.name} Keller`)
  // Live: who comes and goes meanwhile is seen without asking.
  await tell(other, 'clock.in')
  await expect(now).toContainText(`${other.name} Keller`)
  await tell(other, 'clock.out')
  await expect(now).not.toContainText(other.name)
  await expect(now).toContainText(/In since \d\d:\d\d/)
  await inspect(desk.page, 'clock-hours-console', CONSOLE_SIZES)
  await seeFits(desk.page, 390, 'hours')
  const file = desk.page.waitForEvent('download')
  await desk.button('CSV for payroll').click()
  expect((await file).suggestedFilename()).toMatch(/\.csv$/)
  await now.getByRole('link', { name: person.name }).click()
  await expect(desk.page.getByRole('heading', { level: 1 })).toContainText(person.name)
  await expect(desk.page.getByText(/–open/)).toBeVisible()
  await inspect(desk.page, 'clock-sheet-console', CONSOLE_SIZES)
  await seeFits(desk.page, 390, 'one person’s hours')
})
