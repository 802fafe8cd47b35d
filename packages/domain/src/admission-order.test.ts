import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyJudgement } from './apply'
import { judge } from './judge'
import type { JudgeInput } from './judgement'
import { NOON, opId } from './testing'
import {
  admitInput,
  exitInput,
  PERFORMANCE,
  ticketFact,
  undoInput,
  venue,
  walkInInput,
} from './testing-door'
import { type EpochMs, plus } from './time'
import type { Verdict } from './verdict'

const TICKETS = [1, 2, 3, 4].map((n) => ticketFact(n, { party_size: (n % 3) + 1 }))

interface Happening {
  readonly what: 'admit' | 'exit' | 'walk_in' | 'undo'
  readonly ticket: number
  readonly count: number
  readonly minute: number
}

const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.constantFrom('admit', 'admit', 'admit', 'exit', 'exit', 'walk_in', 'undo'),
  ticket: fc.nat({ max: TICKETS.length - 1 }),
  count: fc.integer({ min: 1, max: 3 }),
  minute: fc.nat({ max: 9 }),
})

/** Operations in the order of their numbers; the order of their arrival is another one. */
const evening = fc.array(happening, { minLength: 1, maxLength: 24 }).chain((happenings) =>
  fc.record({
    happenings: fc.constant(happenings),
    arrivals: fc.array(fc.nat({ max: happenings.length - 1 }), { maxLength: 48 }),
    capacity: fc.integer({ min: 1, max: 6 }),
    reentry: fc.boolean(),
  }),
)

function inputOf({ what, ticket, count, minute }: Happening, n: number): JudgeInput {
  const at = plus(NOON, minute * 60_000)
  const shown = TICKETS[ticket] ?? ticketFact(1)
  switch (what) {
    case 'admit':
      return admitInput(n, shown, at, { count })
    case 'exit':
      return exitInput(n, shown, at)
    case 'walk_in':
      return walkInInput(n, count, at)
    case 'undo':
      return undoInput(n, Math.max(1, n - count), at)
  }
}

interface Counted {
  readonly at: EpochMs
  readonly ticket_id: string | null
  readonly people: number
}

/** Takes operations as they arrive; one that was answered before gets the same answer again. */
function replay(
  inputs: readonly JudgeInput[],
  arrivals: readonly number[],
  of: Parameters<typeof venue>[0],
) {
  const world = venue(of, TICKETS)
  const verdicts = new Map<string, Verdict>()
  const counted = new Map<string, Counted>()
  for (const index of arrivals) {
    const input = inputs[index]
    if (input === undefined || verdicts.has(input.op.id)) continue
    const judgement = judge(world, input)
    applyJudgement(world, input, judgement)
    verdicts.set(input.op.id, judgement.verdict)
    for (const effect of judgement.effects) {
      if (effect.type === 'people_voided') counted.delete(effect.op_id)
      if (effect.type !== 'people') continue
      const { at, people } = effect.movement
      counted.set(effect.movement.op_id, { at, people, ticket_id: effect.ticket_id })
    }
  }
  return { world, verdicts, counted: [...counted.values()] }
}

/** Sums over everything, from scratch, at every moment at which something happened. */
function levels(counted: readonly Counted[]): number[] {
  return counted.map(({ at }) =>
    counted.reduce((sum, other) => (other.at <= at ? sum + other.people : sum), 0),
  )
}

test('R-105 to R-109 (I2, I4): whatever arrives in whatever order, however often, nothing is exceeded', () => {
  const property = fc.property(evening, ({ happenings, arrivals, capacity, reentry }) => {
    const inputs = happenings.map((one, index) => inputOf(one, index + 1))
    const order = [...arrivals, ...inputs.keys()]
    const { world, counted, verdicts } = replay(inputs, order, { capacity, reentry })
    expect(verdicts.size).toBe(inputs.length)
    expect(Math.max(0, ...levels(counted))).toBeLessThanOrEqual(capacity)
    for (const { id, party_size } of TICKETS) {
      const own = counted.filter(({ ticket_id }) => ticket_id === id)
      const inside = levels(own)
      expect(Math.min(0, ...inside)).toBe(0)
      expect(Math.max(0, ...inside)).toBeLessThanOrEqual(party_size)
      const admitted = own.reduce((sum, { people }) => sum + Math.max(people, 0), 0)
      expect(reentry || admitted <= party_size).toBe(true)
      expect(world.ticket_uses.get(id)?.admitted).toBe(admitted)
    }
    const total = counted.reduce((sum, { people }) => sum + people, 0)
    expect(world.crowds.get(PERFORMANCE.id)?.at(plus(NOON, 1e9))).toBe(total)
  })
  fc.assert(property, { numRuns: 400 })
})

test('R-109: in the order in which it happened, every exit of who went in is accepted', () => {
  const ticket = ticketFact(1, { party_size: 3 })
  const minutes = fc.uniqueArray(fc.nat({ max: 500 }), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(minutes, (times) => {
      const world = venue({ reentry: true, capacity: 3 }, [ticket])
      let inside = 0
      for (const [n, minute] of times.toSorted((a, b) => a - b).entries()) {
        const at = plus(NOON, minute)
        const goesIn = inside === 0 || (inside < 3 && minute % 2 === 0)
        const input = goesIn ? admitInput(n + 1, ticket, at) : exitInput(n + 1, ticket, at)
        inside += goesIn ? 1 : -1
        const judgement = judge(world, input)
        expect(judgement.verdict).toMatchObject({ code: null, detail: { inside } })
        applyJudgement(world, input, judgement)
      }
    }),
  )
})

test('R-102: an operation that names no ticket of ours moves nobody', () => {
  const world = venue()
  const forged = admitInput(1, ticketFact(1), NOON, { ticket: undefined })
  expect(judge(world, forged).effects).toEqual([])
  expect(judge(world, { ...forged, op: { ...forged.op, id: opId(2) } }).effects).toEqual([])
})
