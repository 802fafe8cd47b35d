/** Wire contract, section 6, and the loyalty rules: what a stamp meets at the server. */
import { v7 as uuidv7 } from 'uuid'
import type { TabletClient } from '../harness/tablet-client'
import type { Op, Verdict } from '../harness/wire'
import { expect, must, outcome, test, unique, verdicts, HOUR, MINUTE, PIN } from './world'

/** A moment of an earlier day at which no time zone of the demo is near midnight. */
function anEarlierNoon(): number {
  const day = new Date(Date.now() - 48 * HOUR)
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 11)
}

async function stampAt(tablet: TabletClient, token: string, at: number): Promise<Verdict> {
  const [verdict] = await verdicts(tablet, [stampOp(tablet, token, at)])
  if (verdict === undefined) throw new Error('no verdict')
  return verdict
}

function stampOp(tablet: TabletClient, token: string, at: number): Op {
  return tablet.op('loyalty.stamp', { card_token: token }, { at: new Date(at) })
}

test('the cooldown holds to the millisecond on both sides of a stamp', async ({ harbour }) => {
  const noon = anEarlierNoon()
  const { token } = await harbour.card(await harbour.program({ cooldown_minutes: 15 }))
  const early = await harbour.tablet()
  const late = await harbour.tablet()
  expect(outcome(await stampAt(late, token, noon))).toBe('accepted')
  const after = await stampAt(late, token, noon + 15 * MINUTE - 1)
  expect(after).toMatchObject({ code: 'STAMP_COOLDOWN' })
  expect(after.detail['retry_at']).toBe(new Date(noon + 15 * MINUTE).toISOString())
  expect(outcome(await stampAt(early, token, noon - 15 * MINUTE + 1))).toBe('STAMP_COOLDOWN')
  expect(outcome(await stampAt(late, token, noon + 15 * MINUTE))).toBe('accepted')
  const before = await harbour.tablet()
  expect(outcome(await stampAt(before, token, noon - 15 * MINUTE))).toBe('accepted')
})

test('of twenty tablets stamping one card at once, one stamp counts', async ({ harbour }) => {
  const { card, token } = await harbour.card(await harbour.program())
  const tablets = await Promise.all(Array.from({ length: 20 }, () => harbour.tablet()))
  const now = Date.now()
  const results = await Promise.all(tablets.map((tablet) => stampAt(tablet, token, now)))
  const codes = results.map(outcome).sort()
  expect(codes.filter((code) => code === 'accepted')).toHaveLength(1)
  expect(codes.filter((code) => code === 'STAMP_COOLDOWN')).toHaveLength(19)
  const path = `/merchant/cards/${card.id}`
  const after = must(await harbour.owner.get<{ card: { stamps: number } }>(path), 200)
  expect(after.card.stamps).toBe(1)
})

test('the daily limit holds within one local day and says how many', async ({ harbour }) => {
  const noon = anEarlierNoon()
  const rules = { cooldown_minutes: 0, daily_limit: 2 }
  const { token } = await harbour.card(await harbour.program(rules))
  const tablet = await harbour.tablet()
  expect(outcome(await stampAt(tablet, token, noon))).toBe('accepted')
  expect(outcome(await stampAt(tablet, token, noon + MINUTE))).toBe('accepted')
  const third = await stampAt(tablet, token, noon + 2 * MINUTE)
  expect(third).toMatchObject({ code: 'STAMP_DAILY_LIMIT', detail: { limit: 2 } })
  expect(outcome(await stampAt(tablet, token, noon + 24 * HOUR))).toBe('accepted')
})

test('an undone stamp counts no more, and can be undone only once and in time', async ({
  harbour,
}) => {
  const noon = anEarlierNoon()
  const person = await harbour.person()
  const { card, token } = await harbour.card(await harbour.program())
  const tablet = await harbour.tablet()
  const signOn = await tablet.signOn(person.id, PIN, { at: new Date(noon) })
  const under = { sign_on: signOn.id }
  const stamp = tablet.op('loyalty.stamp', { card_token: token }, { at: new Date(noon), ...under })
  const undo = (op: string, at: number): Op =>
    tablet.op('op.void', { op_id: op, reason: 'wrong card' }, { at: new Date(at), ...under })
  const undone = [
    undo(stamp.id, noon + 30_000),
    undo(stamp.id, noon + 40_000),
    undo(uuidv7(), noon + 50_000),
  ]
  const again = tablet.op(
    'loyalty.stamp',
    { card_token: token },
    { at: new Date(noon + MINUTE), ...under },
  )
  const ops = [signOn, stamp, ...undone, again]
  expect((await verdicts(tablet, ops)).map(outcome)).toEqual([
    'accepted',
    'accepted',
    'accepted',
    'VOID_ALREADY',
    'VOID_UNKNOWN',
    'accepted',
  ])
  const later = noon + 17 * MINUTE
  const second = await tablet.signOn(person.id, PIN, { at: new Date(later) })
  const tooLate = tablet.op(
    'op.void',
    { op_id: again.id, reason: 'late' },
    { at: new Date(later), sign_on: second.id },
  )
  expect((await verdicts(tablet, [second, tooLate])).map(outcome)).toEqual([
    'accepted',
    'VOID_TOO_LATE',
  ])
  const path = `/merchant/cards/${card.id}`
  const after = must(await harbour.owner.get<{ card: { stamps: number } }>(path), 200)
  expect(after.card.stamps).toBe(1)
})

test('where a PIN is asked for, a stamp needs a sign-on that is there, right and fresh', async ({
  harbour,
}) => {
  const noon = anEarlierNoon()
  const at = (ms: number): { at: Date } => ({ at: new Date(noon + ms) })
  const person = await harbour.person()
  const rules = { pin_required: true, cooldown_minutes: 0, daily_limit: 50 }
  const { token } = await harbour.card(await harbour.program(rules))
  const tablet = await harbour.tablet()
  const data = { card_token: token }
  const right = await tablet.signOn(person.id, PIN, at(0))
  const wrong = await tablet.signOn(person.id, '000000', at(1))
  const stamp = (ms: number, sign_on?: string): Op =>
    tablet.op('loyalty.stamp', data, { ...at(ms), ...(sign_on === undefined ? {} : { sign_on }) })
  const ops = [
    right,
    wrong,
    stamp(10),
    stamp(20, wrong.id),
    stamp(30, right.id),
    stamp(2 * MINUTE, right.id),
    stamp(2 * MINUTE + 1, right.id),
  ]
  const [, , missing, refused, good, lastMoment, expired] = await verdicts(tablet, ops)
  expect(missing?.code).toBe('SIGN_ON_MISSING')
  expect(refused?.code).toBe('SIGN_ON_REJECTED')
  expect(good?.status).toBe('accepted')
  expect([null, 'SIGN_ON_EXPIRED']).toContain(lastMoment?.code)
  expect(expired?.code).toBe('SIGN_ON_EXPIRED')
})

test('a sign-on ends with sign-off and serves no other tablet', async ({ harbour }) => {
  const noon = anEarlierNoon()
  const at = (ms: number): { at: Date } => ({ at: new Date(noon + ms) })
  const person = await harbour.person()
  const rules = { pin_required: true, cooldown_minutes: 0, daily_limit: 50 }
  const data = { card_token: (await harbour.card(await harbour.program(rules))).token }
  const [one, other] = [await harbour.tablet(), await harbour.tablet()]
  const signOn = await one.signOn(person.id, PIN, at(0))
  const under = { sign_on: signOn.id }
  const [, first] = await verdicts(one, [
    signOn,
    one.op('loyalty.stamp', data, { ...at(10), ...under }),
  ])
  expect(first?.status).toBe('accepted')
  const [foreign] = await verdicts(other, [
    other.op('loyalty.stamp', data, { ...at(20), ...under }),
  ])
  expect(foreign?.code).toBe('SIGN_ON_MISSING')
  const [, ended] = await verdicts(one, [
    one.op('staff.sign_off', {}, { ...at(30), ...under }),
    one.op('loyalty.stamp', data, { ...at(40), ...under }),
  ])
  expect(ended?.code).toBe('SIGN_ON_EXPIRED')
})

test('blocked cards, ended programs and foreign cards are refused by name', async ({
  harbour,
  rival,
}) => {
  const tablet = await harbour.tablet()
  const blocked = await harbour.card(await harbour.program())
  must(await harbour.owner.patch(`/merchant/cards/${blocked.card.id}`, { status: 'blocked' }), 200)
  const program = await harbour.program()
  const ended = await harbour.card(program)
  const gone = await harbour.owner.delete(`/merchant/programs/${program.id}`)
  expect(gone.status).toBeLessThan(300)
  const foreign = await rival.card(await rival.program())
  const ops = [blocked.token, ended.token, foreign.token].map((card_token) =>
    tablet.op('loyalty.stamp', { card_token }),
  )
  expect((await verdicts(tablet, ops)).map(outcome)).toEqual([
    'CARD_BLOCKED',
    'PROGRAM_INACTIVE',
    'CARD_UNKNOWN',
  ])
})

test('what a person was told and the server decided otherwise stands in review', async ({
  harbour,
}) => {
  interface Review {
    readonly id: string
    readonly op_id: string
    readonly status: string
  }
  const tablet = await harbour.tablet()
  const { card, token } = await harbour.card(await harbour.program())
  const fine = tablet.op('loyalty.stamp', { card_token: token })
  const surprise = tablet.op('loyalty.stamp', { card_token: token })
  const expected = tablet.op(
    'loyalty.stamp',
    { card_token: token },
    { shown: { status: 'rejected', code: 'STAMP_COOLDOWN' } },
  )
  const before = await verdicts(tablet, [fine, surprise, expected])
  const open = (await harbour.owner.all<Review>('/merchant/reviews')).filter(({ op_id }) =>
    [fine.id, surprise.id, expected.id].includes(op_id),
  )
  expect(open.map(({ op_id }) => op_id)).toEqual([surprise.id])

  const resolve = `/merchant/reviews/${open[0]?.id}/resolve`
  const decision = { action: 'accept', note: `shown green, ${unique()}` }
  must(await harbour.owner.post(resolve, decision), 200)
  const path = `/merchant/cards/${card.id}`
  const after = must(await harbour.owner.get<{ card: { stamps: number } }>(path), 200)
  expect(after.card.stamps).toBe(2)
  expect(await verdicts(tablet, [fine, surprise, expected])).toEqual(before)
  expect((await harbour.owner.post(resolve, decision)).status).toBe(409)
})
