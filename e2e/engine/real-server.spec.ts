import { must } from '../harness/shop'
import type { EngineWindow } from './engine-window'
import { PIN, WRONG_PIN, type Shop } from '../conformance/world'
import { expect, outbox, pair, stampCard, test, tryToPair, untilSynced } from './fixture'

declare const window: EngineWindow

async function setUp(harbour: Shop, origin: string, rules: Readonly<Record<string, unknown>> = {}) {
  const program = await harbour.program(rules)
  const card = async () => `${origin}/c/${(await harbour.card(program)).token}`
  return { program, card, person: await harbour.person() }
}

test('paired, a tablet signs on, stamps and undoes, each confirmed by the server', async ({
  tablet,
  server,
  harbour,
}) => {
  const { card, person } = await setUp(harbour, server.origin, { pin_required: true })
  const code = await card()
  const { pairing } = await harbour.pairing()
  await pair(tablet, pairing)
  await untilSynced(tablet)

  const wrong = await tablet.evaluate(
    ([id, pin]) => window.engine.kiosk.signOn(id, pin, 'loyalty'),
    [person.id, WRONG_PIN] as const,
  )
  expect(wrong).toMatchObject({ kind: 'refused', code: 'PIN_WRONG', attempts_left: 4 })
  const right = await tablet.evaluate(
    ([id, pin]) => window.engine.kiosk.signOn(id, pin, 'loyalty'),
    [person.id, PIN] as const,
  )
  expect(right).toMatchObject({ kind: 'signed_on', confirmed: true })

  const first = await stampCard(tablet, code)
  expect(first).toMatchObject({ kind: 'decided', by: 'server', stamps: 1 })
  const again = await stampCard(tablet, code)
  expect(again).toMatchObject({ verdict: { status: 'rejected', code: 'STAMP_COOLDOWN' } })
  const undone = await tablet.evaluate(
    (id) => window.engine.kiosk.undo(id),
    'op_id' in first ? first.op_id : '',
  )
  expect(undone).toMatchObject({ by: 'server', verdict: { status: 'accepted' }, stamps: 0 })
  const rows = await outbox(tablet)
  expect(rows.map(({ seq, state }) => [seq, state])).toEqual([
    [1, 'answered'],
    [2, 'answered'],
    [3, 'answered'],
    [4, 'answered'],
    [5, 'answered'],
  ])
})

test('offline the tablet answers by itself, and the server confirms it later', async ({
  tablet,
  context,
  server,
  harbour,
}) => {
  const { card } = await setUp(harbour, server.origin)
  const codes = [await card(), await card(), await card()]
  await pair(tablet, (await harbour.pairing()).pairing)
  await untilSynced(tablet)
  await context.setOffline(true)
  for (const code of codes) {
    const outcome = await stampCard(tablet, code)
    expect(outcome).toMatchObject({ by: 'tablet', stamps: 1, verdict: { status: 'accepted' } })
  }
  const twice = await stampCard(tablet, codes[0] ?? '')
  expect(twice).toMatchObject({ by: 'tablet', verdict: { code: 'STAMP_COOLDOWN' } })
  const undone = await tablet.evaluate(async () => {
    const { kiosk, db } = window.engine
    const third = (await db.outbox.toArray()).find(({ seq }) => seq === 3)
    return kiosk.undo(third?.id ?? '')
  })
  expect(undone).toMatchObject({ by: 'tablet', verdict: { status: 'accepted' }, stamps: 0 })
  await expect
    .poll(() => tablet.evaluate(() => window.engine.kiosk.live.status.get()))
    .toMatchObject({
      network: 'offline',
      waiting: 5,
    })
  await context.setOffline(false)
  await expect
    .poll(() => tablet.evaluate(() => window.engine.kiosk.live.status.get().waiting))
    .toBe(0)
  const rows = await outbox(tablet)
  expect(rows.map(({ verdict }) => verdict?.status)).toEqual([
    'accepted',
    'accepted',
    'accepted',
    'rejected',
    'accepted',
  ])
  // The effects have arrived by pull and are counted once.
  const found = await tablet.evaluate((code) => window.engine.kiosk.identify(code), codes[1] ?? '')
  expect(found).toMatchObject({ card: { stamps: 1 } })
  await expect.poll(() => tablet.evaluate(() => window.engine.db.effects.count())).toBe(0)
})

test('revoked with a queue: people are gone, unsent operations stay and are handed in later', async ({
  tablet,
  context,
  server,
  harbour,
}) => {
  const { card } = await setUp(harbour, server.origin)
  const codes = [await card(), await card()]
  const { device, pairing } = await harbour.pairing()
  await pair(tablet, pairing)
  await untilSynced(tablet)
  await stampCard(tablet, codes[0] ?? '')
  await context.setOffline(true)
  await stampCard(tablet, codes[1] ?? '')
  await harbour.owner.post(`/merchant/devices/${device.id}/revoke`, { reason: 'lost' })
  await context.setOffline(false)
  await expect
    .poll(() => tablet.evaluate(() => window.engine.kiosk.live.pairing.get()))
    .toMatchObject({ kind: 'revoked', unsent: 1 })
  const left = await tablet.evaluate(async () => ({
    cards: await window.engine.db.cards.count(),
    staff: await window.engine.db.staff.count(),
    programs: await window.engine.db.programs.count(),
    secrets: await window.engine.db.meta.where('key').equals('credentials').count(),
  }))
  expect(left).toEqual({ cards: 0, staff: 0, programs: 0, secrets: 0 })

  expect(await tryToPair(tablet, (await harbour.pairing()).pairing)).toEqual({ kind: 'paired' })
  await expect
    .poll(() => tablet.evaluate(() => window.engine.kiosk.live.status.get().waiting))
    .toBe(0)
  const [recovered] = await outbox(tablet)
  expect(recovered?.verdict).toMatchObject({ status: 'accepted', flags: ['RECOVERED'] })
})

test('a change at the console reaches the tablet at once', async ({ tablet, harbour }) => {
  await pair(tablet, (await harbour.pairing()).pairing)
  await untilSynced(tablet)
  // Far below the 30 s after which the tablet would have asked by itself.
  await expect(async () => {
    const { id } = await harbour.person()
    await tablet.waitForFunction(
      (wanted) => window.engine.kiosk.live.people.get().some((person) => person.id === wanted),
      id,
      { timeout: 3000 },
    )
  }).toPass({ timeout: 12_000 })
})

test('five wrong PINs lock the person here; the right one then tells nothing', async ({
  tablet,
  context,
  harbour,
}) => {
  const person = await harbour.person()
  await pair(tablet, (await harbour.pairing()).pairing)
  await untilSynced(tablet)
  const tryPin = (pin: string) =>
    tablet.evaluate(([id, typed]) => window.engine.kiosk.signOn(id, typed, 'loyalty'), [
      person.id,
      pin,
    ] as const)
  for (let left = 4; left >= 3; left -= 1) {
    expect(await tryPin(WRONG_PIN)).toMatchObject({ code: 'PIN_WRONG', attempts_left: left })
  }
  await context.setOffline(true)
  for (let left = 2; left >= 0; left -= 1) {
    expect(await tryPin(WRONG_PIN)).toMatchObject({ code: 'PIN_WRONG', attempts_left: left })
  }
  expect(await tryPin(PIN)).toMatchObject({ kind: 'refused', code: 'STAFF_LOCKED' })
  await context.setOffline(false)
  await expect
    .poll(() => tablet.evaluate(() => window.engine.kiosk.live.status.get().waiting))
    .toBe(0)
  // Both sides counted alike: nobody is surprised.
  const rows = await outbox(tablet)
  expect(rows.map(({ verdict }) => verdict?.code)).toEqual([
    ...Array.from({ length: 5 }, () => 'PIN_WRONG'),
    'STAFF_LOCKED',
  ])
  expect(await tablet.evaluate(() => window.engine.kiosk.live.notices.get())).toEqual([])
  // A manager's unlock reaches the tablet that counted the lock.
  must(await harbour.owner.post(`/merchant/staff/${person.id}/unlock`, {}), 200)
  await expect
    .poll(() =>
      tablet.evaluate(
        (id) => window.engine.kiosk.pinStateOf(id).then(({ kind }) => kind),
        person.id,
      ),
    )
    .toBe('ready')
  expect(await tryPin(PIN)).toMatchObject({ kind: 'signed_on' })
})

test('work for one merchant is never taken to another', async ({
  tablet,
  context,
  server,
  harbour,
  rival,
}) => {
  const { card } = await setUp(harbour, server.origin)
  const code = await card()
  await pair(tablet, (await harbour.pairing()).pairing)
  await untilSynced(tablet)
  await context.setOffline(true)
  await stampCard(tablet, code)
  // Still offline for the queue: only the pairing itself gets through.
  await context.route('**/store/sync/**', (route) => route.abort())
  await context.setOffline(false)
  const { pairing } = await rival.pairing()
  expect(await tryToPair(tablet, pairing)).toEqual({ kind: 'refused', code: 'OTHER_MERCHANT' })
  expect(await outbox(tablet)).toHaveLength(1)
})

test('a pairing whose answer got lost can be repeated', async ({ tablet, context, harbour }) => {
  const { pairing } = await harbour.pairing()
  let lose = true
  await context.route('**/device/claim', async (route) => {
    const response = await route.fetch()
    // The first 200 never arrives.
    if (lose && response.status() === 200) {
      lose = false
      await route.abort()
    } else {
      await route.fulfill({ response })
    }
  })
  expect(await tryToPair(tablet, pairing)).toEqual({ kind: 'refused', code: 'UNREACHABLE' })
  await pair(tablet, pairing)
})
