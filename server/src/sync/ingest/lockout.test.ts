import { HOUR, MINUTE, SECOND } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { IngestShop, type IngestTablet, PIN, type WireOp, WRONG_PIN } from '../testing'
import { createIngest } from './ingest'

let shop: IngestShop
beforeAll(async () => {
  shop = await IngestShop.open()
})
afterAll(() => shop.close())

async function signOns(
  tablet: IngestTablet,
  staff: string,
  pins: readonly string[],
  startMs: number,
): Promise<WireOp[]> {
  const ops: WireOp[] = []
  for (const [index, pin] of pins.entries()) {
    ops.push(await tablet.signOn(staff, pin, { at: shop.at(startMs + index * SECOND) }))
  }
  return ops
}

test('the fifth wrong PIN locks this person here; then nothing tells right from wrong', async () => {
  const staff = await shop.person()
  const tablet = await shop.tablet()
  const wrong = Array.from({ length: 5 }, () => WRONG_PIN)
  // Spread over two pushes: counts outlive a batch.
  const first = await tablet.push(await signOns(tablet, staff, wrong.slice(0, 3), -2 * HOUR))
  const rest = await signOns(tablet, staff, [...wrong.slice(3), PIN], -2 * HOUR + 3 * SECOND)
  const second = await tablet.push(rest)
  const codes = [...first.verdicts, ...second.verdicts].map(({ code }) => code)
  expect(codes).toEqual([...wrong.map(() => 'PIN_WRONG'), 'STAFF_LOCKED'])
  const left = [...first.verdicts, ...second.verdicts].map(({ detail }) => detail['attempts_left'])
  expect(left.slice(0, 5)).toEqual([4, 3, 2, 1, 0])

  const tries = await signOns(tablet, staff, [PIN, WRONG_PIN, PIN], -2 * HOUR + 10 * SECOND)
  const locked = (await tablet.push(tries)).verdicts
  const until = new Date(shop.at(-2 * HOUR + 4 * SECOND + 30 * MINUTE)).toISOString()
  for (const { code, detail } of locked) {
    expect({ code, detail }).toEqual({ code: 'STAFF_LOCKED', detail: { locked_until: until } })
  }
  const other = await shop.tablet()
  const elsewhere = await signOns(other, staff, [PIN], -2 * HOUR + 20 * SECOND)
  expect(await other.outcomes(elsewhere)).toEqual(['accepted'])
  const later = await signOns(tablet, staff, [PIN], -2 * HOUR + 4 * SECOND + 30 * MINUTE)
  expect(await tablet.outcomes(later)).toEqual(['accepted'])
})

test('a right PIN starts the count anew', async () => {
  const staff = await shop.person()
  const tablet = await shop.tablet()
  const four = Array.from({ length: 4 }, () => WRONG_PIN)
  const pins = [...four, PIN, ...four, PIN]
  const expected = pins.map((pin) => (pin === PIN ? 'accepted' : 'PIN_WRONG'))
  expect(await tablet.outcomes(await signOns(tablet, staff, pins, -1 * HOUR))).toEqual(expected)
})

test('twenty wrong PINs on any tablets lock the person everywhere, until unlocked', async () => {
  const staff = await shop.person()
  const tablets = await Promise.all(Array.from({ length: 6 }, () => shop.tablet()))
  const four = Array.from({ length: 4 }, () => WRONG_PIN)
  const batches = await Promise.all(
    tablets.slice(0, 5).map((tablet, index) => signOns(tablet, staff, four, (index - 9) * MINUTE)),
  )
  const outcomes = await Promise.all(
    batches.map(async (ops, index) => tablets[index]?.outcomes(ops) ?? []),
  )
  expect(outcomes.flat()).toEqual(Array.from({ length: 20 }, () => 'PIN_WRONG'))
  const last = tablets[5]
  if (last === undefined) throw new Error('six tablets were made')
  expect(await last.outcomes([await last.signOn(staff, PIN)])).toEqual(['STAFF_LOCKED'])
  const [row] = await shop.server.deps.db
    .selectFrom('feed')
    .select('data')
    .where('merchant_id', '=', shop.merchant_id)
    .where('entity', '=', 'staff')
    .where('id', '=', staff)
    .execute()
  expect(row?.data?.['locked_until']).toBe(new Date(shop.at(24 * HOUR)).toISOString())
  await shop.shop.call(ENDPOINTS.unlockStaff, { params: { id: staff } })
  expect(await last.outcomes([await last.signOn(staff, PIN)])).toEqual(['accepted'])
})

test('a PIN is its digits and no number: leading zeros, other digits, an empty one', async () => {
  const staff = await shop.person('047352')
  const tablet = await shop.tablet()
  const typed = ['047352', '47352', '0047352', '٠٤٧٣٥٢', '']
  const ops = await Promise.all(typed.map((pin) => tablet.signOn(staff, pin)))
  expect(await tablet.outcomes(ops)).toEqual(['accepted', ...typed.slice(1).map(() => 'PIN_WRONG')])
})

test('a PIN sealed for another op, tablet, person or key cannot be read, and counts for nothing', async () => {
  const [staff, other] = [await shop.person(), await shop.person()]
  const [tablet, twin] = [await shop.tablet(), await shop.tablet()]
  const good = await tablet.signOn(staff, PIN)
  const copied = { ...(await tablet.signOn(staff, PIN)), data: good.data }
  const foreignTablet = { ...(await twin.signOn(staff, PIN)), seq: tablet.nextSeq++ }
  const of = await tablet.signOn(staff, PIN)
  const foreignPerson = { ...of, data: { ...of.data, staff_id: other } }
  const plain = { pin: PIN, op: of.id, device: tablet.sender.device_id, staff }
  const sealed = await shop.seal({ ...plain, role: 'owner' })
  const extra = { ...of, id: of.id, data: { staff_id: staff, sealed_pin: sealed } }
  const noise = {
    ...(await tablet.signOn(staff, PIN)),
    data: { staff_id: staff, sealed_pin: 'a..b.c.d' },
  }
  const ops = [good, copied, foreignTablet, foreignPerson, noise]
  expect(await tablet.outcomes(ops)).toEqual([
    'accepted',
    ...ops.slice(1).map(() => 'PIN_UNREADABLE'),
  ])
  expect(await tablet.outcomes([extra])).toEqual(['OP_ID_REUSED'])
  const tests = await shop.server.deps.db
    .selectFrom('person_pins')
    .select('staff_id')
    .where('merchant_id', '=', shop.merchant_id)
    .where('staff_id', 'in', [staff, other])
    .execute()
  expect(tests).toEqual([])
})

test.each(['', '123', '7'.repeat(100), '٧٣٠٥٢٨', '７３０５２８', '0730528', '730528 '])(
  'the PIN %j is a wrong one',
  async (pin) => {
    const staff = await shop.person()
    const tablet = await shop.tablet()
    expect(await tablet.outcomes([await tablet.signOn(staff, pin)])).toEqual(['PIN_WRONG'])
  },
)

test('a former PIN holds for what occurred before the change, the new one at any time', async () => {
  const staff = await shop.person()
  const tablet = await shop.tablet()
  const change = { params: { id: staff }, body: { pin: WRONG_PIN } }
  expect((await shop.shop.call(ENDPOINTS.setPin, change)).status).toBe(200)
  const attempts = [
    await tablet.signOn(staff, PIN, { at: shop.at(-1) }),
    await tablet.signOn(staff, PIN, { at: shop.at(0) }),
    await tablet.signOn(staff, WRONG_PIN, { at: shop.at(0) }),
  ]
  expect(await tablet.outcomes(attempts)).toEqual(['accepted', 'PIN_WRONG', 'accepted'])
})

test('unknown and inactive people are refused by name, and work under them is too', async () => {
  const staff = await shop.person()
  await shop.shop.call(ENDPOINTS.updateStaff, { params: { id: staff }, body: { active: false } })
  const tablet = await shop.tablet()
  const card = await shop.freeCard()
  const inactive = await tablet.signOn(staff, PIN)
  const unknown = await tablet.signOn(shop.server.deps.newId(), PIN)
  const ops = [
    inactive,
    unknown,
    tablet.stamp(card.token, { sign_on: inactive.id }),
    tablet.stamp(card.token, { sign_on: unknown.id }),
    tablet.stamp(card.token, { sign_on: shop.server.deps.newId() }),
  ]
  expect(await tablet.outcomes(ops)).toEqual([
    'STAFF_INACTIVE',
    'STAFF_UNKNOWN',
    'SIGN_ON_REJECTED',
    'SIGN_ON_REJECTED',
    'SIGN_ON_MISSING',
  ])
})

test('thirty guesses at once are tried no faster than one after the other', async () => {
  const staff = await shop.person()
  const tablet = await shop.tablet()
  // The right PIN is remembered: it costs nothing, and must gain nothing by it.
  expect(await tablet.outcomes([await tablet.signOn(staff, PIN)])).toEqual(['accepted'])
  const pins = Array.from({ length: 30 }, (_, n) => (n === 29 ? PIN : String(200_000 + n * 7)))
  const ops: WireOp[] = []
  for (const pin of pins) ops.push(await tablet.signOn(staff, pin))
  const outcomes = await Promise.all(ops.map((op) => tablet.outcomes([op])))
  expect(outcomes.flat()).toEqual(pins.map((_, n) => (n < 5 ? 'PIN_WRONG' : 'STAFF_LOCKED')))
})

test('a PIN that is replaced between its check and the lane is looked at again', async () => {
  const staff = await shop.person()
  const tablet = await shop.tablet()
  const { deps } = shop.server
  let checks = 0
  const check: typeof deps.pins.check = async (...asked) => {
    const found = await deps.pins.check(...asked)
    checks += 1
    const change = { params: { id: staff }, body: { pin: '861305' } }
    if (checks === 1) await shop.shop.call(ENDPOINTS.setPin, change)
    return found
  }
  const ingest = createIngest({ ...deps, pins: { check } })
  const op = await tablet.signOn(staff, '861305')
  const sent = { sent_at: op.at, ops: [op] }
  const { verdicts } = await ingest(tablet.sender, sent, shop.now())
  expect(verdicts[0]?.status).toBe('accepted')
  expect(checks).toBe(2)
})
