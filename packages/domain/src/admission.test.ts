import { describe, expect, test } from 'vitest'
import { applyJudgement } from './apply'
import type { TicketFact } from './door-facts'
import type { World } from './facts'
import { judge } from './judge'
import type { JudgeInput } from './judgement'
import { NOON, opId, signOnInput, STAFF } from './testing'
import {
  admitInput,
  exitInput,
  PERFORMANCE,
  shownTicket,
  ticketFact,
  undoInput,
  venue,
  walkInInput,
} from './testing-door'
import { listedTicket, readListedTicket } from './ticket-token'
import { formatInstant, HOUR, MINUTE, plus, SECOND } from './time'

const ONE = ticketFact(1)
const FOUR = ticketFact(4, { party_size: 4 })
const later = (ms: number) => plus(NOON, ms)

function run(world: World, input: JudgeInput) {
  const judgement = judge(world, input)
  applyJudgement(world, input, judgement)
  return judgement.verdict
}

function codes(world: World, inputs: readonly JudgeInput[]) {
  return inputs.map((input) => run(world, input).code)
}

describe('R-102 which ticket', () => {
  const verdictOf = (input: JudgeInput, world = venue()) => judge(world, input).verdict.code

  test('a token that cannot be read, or that none of our keys signed, is forged', () => {
    expect(verdictOf(admitInput(1, ONE, NOON, { ticket: undefined }))).toBe('TICKET_FORGED')
    const ticket = { ...shownTicket(ONE).ticket, issuer_key: null }
    expect(verdictOf(admitInput(1, ONE, NOON, { ticket }))).toBe('TICKET_FORGED')
  })

  test('so is one whose key was withdrawn since', () => {
    const world = venue()
    world.issuer_keys.clear()
    expect(verdictOf(admitInput(1, ONE, NOON), world)).toBe('TICKET_FORGED')
  })

  test('genuine, but not on the list', () => {
    expect(verdictOf(admitInput(1, ticketFact(2), NOON))).toBe('TICKET_UNKNOWN')
  })

  test('an earlier token of a ticket that got a new one', () => {
    expect(verdictOf(admitInput(1, ONE, NOON, { token_hash: 'old' }))).toBe('TICKET_REVOKED')
  })

  test('of another performance, for going in and for going out', () => {
    const other = ticketFact(3, { performance_id: opId(0xee) })
    const world = venue({}, [other])
    expect(verdictOf(admitInput(1, other, NOON), world)).toBe('TICKET_WRONG_PERFORMANCE')
    expect(verdictOf(exitInput(1, other, NOON), world)).toBe('TICKET_WRONG_PERFORMANCE')
  })

  test('without the job, no ticket is looked at', () => {
    const by = { type: 'device', device_id: 'd', jobs: ['loyalty'] } as const
    expect(verdictOf(admitInput(1, ONE, NOON, { by, ticket: undefined }))).toBe('JOB_NOT_ALLOWED')
    expect(verdictOf(walkInInput(1, 1, NOON, { by }))).toBe('JOB_NOT_ALLOWED')
  })
})

test.each([
  { status: 'confirmed', code: null },
  { status: 'unconfirmed', code: 'TICKET_UNCONFIRMED' },
  { status: 'revoked', code: 'TICKET_REVOKED' },
] as const)('R-103: a ticket that is $status is answered $code', ({ status, code }) => {
  const ticket = ticketFact(1, { status })
  expect(run(venue({}, [ticket]), admitInput(1, ticket, NOON)).code).toBe(code)
})

describe('R-110 chosen by name', () => {
  const byName = (ticket: TicketFact, world = venue(), make = admitInput) => {
    const asked = make(1, ticket, NOON, { ticket: undefined, token_hash: undefined })
    const { op } = asked
    if (op.kind !== 'ticket.admit' && op.kind !== 'ticket.exit') throw new Error('no door')
    const data = { ...op.data, ticket_token: listedTicket(ticket.id) }
    return judge(world, { ...asked, op: { ...op, data } }).verdict.code
  }

  test('needs no code, and no key', () => {
    const world = venue()
    world.issuer_keys.clear()
    expect(byName(ONE, world)).toBeNull()
  })

  test('but a ticket that is known, of this performance, and good', () => {
    expect(byName(ticketFact(2))).toBe('TICKET_UNKNOWN')
    const other = ticketFact(3, { performance_id: opId(0xee) })
    expect(byName(other, venue({}, [other]))).toBe('TICKET_WRONG_PERFORMANCE')
    const revoked = ticketFact(4, { status: 'revoked' })
    expect(byName(revoked, venue({}, [revoked]))).toBe('TICKET_REVOKED')
  })

  test('goes in once, and out only from inside', () => {
    const world = venue()
    run(world, admitInput(9, ONE, NOON))
    expect(byName(ONE, world)).toBe('TICKET_ALREADY_ADMITTED')
    expect(byName(ONE, world, exitInput)).toBeNull()
    expect(byName(ONE, venue(), exitInput)).toBe('TICKET_NOT_INSIDE')
  })

  test.each(['list.', 'list.x', 'v1.a.b', 'LIST.0193'])('%j names no ticket', (text) => {
    expect(readListedTicket(text)).toBeUndefined()
  })
})

describe('R-104 doors', () => {
  test.each([
    { at: -1, code: 'PERFORMANCE_NOT_OPEN' },
    { at: 0, code: null },
  ])('at $at ms from opening, people with and without a ticket get $code', ({ at, code }) => {
    const both = [admitInput(1, ONE, later(at)), walkInInput(2, 1, later(at))]
    expect(codes(venue({ opens_at: NOON }), both)).toEqual([code, code])
  })

  test('says when they open', () => {
    const { detail } = run(venue({ opens_at: NOON }), admitInput(1, ONE, later(-60 * MINUTE)))
    expect(detail).toEqual({ opens_at: formatInstant(NOON) })
  })

  test('a performance that does not take place, or that nobody knows, never opens', () => {
    expect(run(venue({ active: false }), walkInInput(1, 1, NOON))).toMatchObject({
      code: 'PERFORMANCE_NOT_OPEN',
      detail: { opens_at: null },
    })
    const world = venue()
    world.performances.clear()
    expect(run(world, walkInInput(1, 1, NOON)).code).toBe('PERFORMANCE_NOT_OPEN')
  })

  test('one sign-on serves the evening where a PIN is asked for', () => {
    const world = venue({ pin_required: true }, [ONE, FOUR])
    world.staff.set(STAFF, { id: STAFF, active: true })
    const sign_on = opId(9)
    const evening = [
      walkInInput(1, 1, NOON),
      signOnInput(9, NOON, true),
      admitInput(2, ONE, later(12 * HOUR), { sign_on }),
      admitInput(3, FOUR, later(12 * HOUR + 1), { sign_on }),
      exitInput(4, ONE, later(12 * HOUR)),
    ]
    expect(codes(world, evening)).toEqual([
      'SIGN_ON_MISSING',
      null,
      null,
      'SIGN_ON_EXPIRED',
      'SIGN_ON_MISSING',
    ])
    const by = { type: 'user', user_id: 'u' } as const
    expect(run(world, walkInInput(5, 1, later(13 * HOUR), { by })).code).toBeNull()
  })
})

describe('R-105 uses', () => {
  test('a party goes in at once or in parts, and no more than it has people', () => {
    const world = venue({}, [FOUR])
    const parts = [1, 3, 1].map((count, n) => admitInput(n + 1, FOUR, later(n), { count }))
    expect(codes(world, parts)).toEqual([null, null, 'TICKET_ALREADY_ADMITTED'])
    const whole = venue({}, [FOUR])
    expect(run(whole, admitInput(1, FOUR, NOON, { count: 5 }))).toMatchObject({
      code: 'TICKET_ALREADY_ADMITTED',
      detail: { first: null, admitted: 0, party_size: 4 },
    })
    expect(run(whole, admitInput(2, FOUR, NOON, { count: 4 })).code).toBeNull()
  })

  test('the second hears when and where the first was, whichever arrived first', () => {
    const world = venue()
    run(world, admitInput(1, ONE, later(MINUTE)))
    const second = run(world, admitInput(2, ONE, NOON))
    const first = { at: formatInstant(later(MINUTE)), device_label: 'North door' }
    expect(second.detail).toEqual({ first, admitted: 1, party_size: 1 })
  })

  test('an earlier admission that arrives late is the first one from then on', () => {
    const world = venue({}, [FOUR])
    run(world, admitInput(1, FOUR, later(MINUTE), { count: 2 }))
    run(world, admitInput(2, FOUR, NOON, { count: 2 }))
    const third = run(world, admitInput(3, FOUR, later(HOUR)))
    expect(third.detail).toMatchObject({ first: { at: formatInstant(NOON) } })
    run(world, undoInput(4, 2, later(MINUTE)))
    const fourth = run(world, admitInput(5, FOUR, later(HOUR), { count: 3 }))
    expect(fourth.detail).toMatchObject({ first: { at: formatInstant(later(MINUTE)) } })
  })

  test('who left does not come in again, unless the performance allows it', () => {
    const evening = [
      admitInput(1, ONE, NOON),
      admitInput(2, ONE, later(1)),
      exitInput(3, ONE, later(2)),
      admitInput(4, ONE, later(3)),
      admitInput(5, ONE, later(4)),
    ]
    const used = 'TICKET_ALREADY_ADMITTED'
    expect(codes(venue(), evening)).toEqual([null, used, null, used, used])
    expect(codes(venue({ reentry: true }), evening)).toEqual([null, used, null, null, used])
  })

  test('with re-entry a late admission must leave room for those that came later', () => {
    const world = venue({ reentry: true })
    const evening = [
      admitInput(1, ONE, later(10)),
      admitInput(2, ONE, NOON),
      exitInput(3, ONE, later(20)),
      admitInput(4, ONE, later(15)),
      admitInput(5, ONE, later(20)),
    ]
    const used = 'TICKET_ALREADY_ADMITTED'
    expect(codes(world, evening)).toEqual([null, used, null, used, null])
  })
})

describe('R-106 room', () => {
  test('the last place is taken once, by tickets and guests alike', () => {
    const world = venue({ capacity: 3 }, [ONE, FOUR])
    expect(run(world, walkInInput(1, 2, NOON)).detail).toEqual({ inside: 2, capacity: 3 })
    expect(run(world, admitInput(2, FOUR, NOON, { count: 2 }))).toMatchObject({
      code: 'PERFORMANCE_FULL',
      detail: { capacity: 3, inside: 2 },
    })
    expect(run(world, admitInput(3, FOUR, NOON)).detail).toEqual({
      inside: 3,
      capacity: 3,
      admitted: 1,
      party_size: 4,
    })
    expect(run(world, walkInInput(4, 1, NOON)).code).toBe('PERFORMANCE_FULL')
  })

  test('who is full and used already hears that it is used', () => {
    const world = venue({ capacity: 1 })
    const twice = [admitInput(1, ONE, NOON), admitInput(2, ONE, NOON)]
    expect(codes(world, twice)).toEqual([null, 'TICKET_ALREADY_ADMITTED'])
  })

  test.each([
    { at: 9, code: 'PERFORMANCE_FULL' },
    { at: 19, code: 'PERFORMANCE_FULL' },
    { at: 20, code: null },
  ])('full from 10 to 20: a late arrival of $at is answered $code', ({ at, code }) => {
    const steps = [
      { at: later(10), people: 2 },
      { at: later(20), people: -2 },
    ]
    const world = venue({ capacity: 2 }, [ONE], steps)
    expect(run(world, admitInput(1, ONE, later(at))).code).toBe(code)
  })

  test('a capacity that was lowered lets nobody in until enough have left', () => {
    const world = venue({ capacity: 1 }, [ONE], [{ at: NOON, people: 5 }])
    expect(run(world, admitInput(1, ONE, later(1)))).toMatchObject({
      code: 'PERFORMANCE_FULL',
      detail: { capacity: 1, inside: 5 },
    })
  })
})

describe('R-107 going out', () => {
  test('one at a time, and only who is inside', () => {
    const world = venue({}, [FOUR])
    const evening = [
      exitInput(1, FOUR, NOON),
      admitInput(2, FOUR, NOON, { count: 2 }),
      exitInput(3, FOUR, later(1)),
      exitInput(4, FOUR, later(1)),
      exitInput(5, FOUR, later(2)),
    ]
    const outside = 'TICKET_NOT_INSIDE'
    expect(codes(world, evening)).toEqual([outside, null, null, null, outside])
    expect(world.crowds.get(PERFORMANCE.id)?.at(later(2))).toBe(0)
  })

  test('makes room', () => {
    const world = venue({ capacity: 1 })
    const evening = [
      admitInput(1, ONE, NOON),
      exitInput(2, ONE, later(5)),
      walkInInput(3, 1, later(4)),
      walkInInput(4, 1, later(5)),
    ]
    expect(codes(world, evening)).toEqual([null, null, 'PERFORMANCE_FULL', null])
  })

  test('an exit that arrives before its admission makes no room; one that lies before it never does', () => {
    const world = venue()
    const evening = [
      exitInput(1, ONE, later(10)),
      admitInput(2, ONE, later(5)),
      exitInput(3, ONE, later(4)),
      exitInput(4, ONE, later(10)),
      exitInput(5, ONE, later(7)),
    ]
    const outside = 'TICKET_NOT_INSIDE'
    expect(codes(world, evening)).toEqual([outside, null, outside, null, outside])
  })

  test('whoever is inside may leave, cancelled or not', () => {
    const world = venue()
    run(world, admitInput(1, ONE, NOON))
    world.tickets.set(ONE.id, { ...ONE, status: 'revoked' })
    world.performances.set(PERFORMANCE.id, { ...PERFORMANCE, active: false })
    expect(run(world, exitInput(2, ONE, later(1))).code).toBeNull()
  })
})

describe('R-108 undoing', () => {
  test('an admission, a walk-in and an exit that are undone count no more', () => {
    const world = venue({ capacity: 3 }, [ONE, FOUR])
    const evening = [
      admitInput(1, ONE, NOON),
      walkInInput(2, 2, NOON),
      undoInput(3, 1, later(SECOND)),
      undoInput(4, 2, later(SECOND)),
      undoInput(5, 2, later(SECOND)),
      admitInput(6, ONE, later(2 * SECOND)),
      exitInput(7, ONE, later(3 * SECOND)),
      undoInput(8, 7, later(4 * SECOND)),
      exitInput(9, ONE, later(5 * SECOND)),
    ]
    expect(codes(world, evening)).toEqual([
      null,
      null,
      null,
      null,
      'VOID_ALREADY',
      ...Array(4).fill(null),
    ])
    expect(world.crowds.get(PERFORMANCE.id)?.at(later(HOUR))).toBe(0)
  })

  test('an admission whose people have left is not undone, nor an exit whose place is taken', () => {
    const world = venue({ capacity: 1, reentry: true }, [ONE, FOUR])
    const evening = [
      admitInput(1, ONE, NOON),
      exitInput(2, ONE, later(1)),
      undoInput(3, 1, later(2)),
      walkInInput(4, 1, later(3)),
      undoInput(5, 2, later(4)),
      undoInput(6, 4, later(5)),
      admitInput(7, ONE, later(6)),
      undoInput(8, 2, later(7)),
    ]
    expect(codes(world, evening)).toEqual([
      null,
      null,
      'TICKET_NOT_INSIDE',
      null,
      'PERFORMANCE_FULL',
      null,
      null,
      'TICKET_ALREADY_ADMITTED',
    ])
  })

  test('only within a quarter of an hour, as every undo', () => {
    const world = venue()
    run(world, admitInput(1, ONE, NOON))
    expect(run(world, undoInput(2, 1, later(15 * MINUTE + 1))).code).toBe('VOID_TOO_LATE')
    expect(run(world, undoInput(3, 1, later(15 * MINUTE))).code).toBeNull()
  })
})
