import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PunchFact } from './clock-facts'
import { PUNCH_ACTIONS } from './op'
import { DOUBLE_TAP, LONG_SHIFT } from './policy'
import { comparePunches, oddAfter } from './punches'
import { NOON, opId, punchInput, shop, signedOn, STAFF } from './testing'
import { clock, punchesOf, run, type Tap } from './testing-clock'
import { HOUR, plus, SECOND } from './time'
import type { VerdictFlag } from './verdict'

const actionArb = fc.constantFrom(...PUNCH_ACTIONS)
/** Seconds apart for double taps, hours apart for shifts. */
const tapsArb = (most: number, unit: number) =>
  fc.array(
    fc.tuple(
      actionArb,
      fc.integer({ min: 0, max: most }).map((n) => n * unit),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )

test('R-081 in any order of arrival: no two that count are so near, none is refused without one', () => {
  fc.assert(
    fc.property(tapsArb(30, 10 * SECOND), (taps) => {
      const world = shop()
      const answers = clock(world, taps)
      const counting = punchesOf(world)
      counting.forEach(({ action, at }, index) => {
        const near = counting.filter(
          (other, n) =>
            n !== index && other.action === action && Math.abs(other.at - at) <= DOUBLE_TAP,
        )
        expect(near).toEqual([])
      })
      answers.forEach(({ code }, index) => {
        const [action, at] = taps[index] ?? ['in', 0]
        const held = counting.some(
          (one) => one.action === action && Math.abs(one.at - at) <= DOUBLE_TAP,
        )
        expect(code).toSatisfy((given) => given === null || (given === 'CLOCK_DOUBLE_TAP' && held))
      })
    }),
  )
})

test('R-081 of taps within one minute exactly one counts, whichever tablet is heard first', () => {
  const clusterArb = fc.array(
    fc.nat(60).map((n) => n * SECOND),
    { minLength: 1, maxLength: 8 },
  )
  fc.assert(
    fc.property(actionArb, clusterArb, fc.infiniteStream(fc.nat()), (action, times, order) => {
      const shuffled = times
        .map((at) => ({ at, place: order.next().value }))
        .sort((a, b) => a.place - b.place)
      const world = shop()
      clock(
        world,
        shuffled.map(({ at }) => [action, at]),
      )
      expect(punchesOf(world)).toHaveLength(1)
    }),
  )
})

test('R-083, R-084 in any order of arrival: no odd pair and no long shift goes unsaid', () => {
  fc.assert(
    fc.property(tapsArb(40, HOUR), (taps) => {
      const world = shop()
      const said = new Map<string, readonly VerdictFlag[]>()
      for (const [index, [action, after]] of taps.entries()) {
        const at = plus(NOON, after)
        signedOn(world, opId(500 + index), at)
        const one = punchInput(index + 1, action, at, { sign_on: opId(500 + index) })
        said.set(one.op.id, run(world, one).flags)
      }
      const punches = [...(world.punches.get(STAFF) ?? [])].sort(comparePunches)
      const eitherSays = (a: PunchFact | undefined, b: PunchFact, flag: VerdictFlag) =>
        [a, b].some((one) => one !== undefined && said.get(one.op_id)?.includes(flag))
      punches.forEach((punch, index) => {
        const before = punches[index - 1]
        const odd = oddAfter(before?.action, punch.action)
        expect(odd === undefined || eitherSays(before, punch, odd)).toBe(true)
        const start = punches
          .slice(0, index)
          .findLast(({ action }) => action === 'in' || action === 'out')
        const long =
          punch.action !== 'in' && start?.action === 'in' && punch.at - start.at > LONG_SHIFT
        expect(!long || eitherSays(start, punch, 'LONG_SHIFT')).toBe(true)
      })
    }),
  )
})

test('R-083 in order of time and alternating, nothing is odd', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 61, max: 6 * 3600 }), { maxLength: 20 }), (gaps) => {
      let at = 0
      const taps = gaps.map((gap, index): Tap => {
        at += gap * SECOND
        return [index % 2 === 0 ? 'in' : 'out', at]
      })
      expect(clock(shop(), taps).flatMap(({ flags }) => flags)).toEqual([])
    }),
  )
})
