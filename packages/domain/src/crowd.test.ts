import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCrowd, type Step } from './crowd'
import { NOON } from './testing'
import { plus } from './time'

/** The same by looking at everything every time. */
function naive(steps: readonly Step[], before: number) {
  const at = (time: number) =>
    steps.reduce((sum, step) => (step.at <= time ? sum + step.people : sum), before)
  const from = (time: number) =>
    [time, ...steps.map((step) => step.at).filter((later) => later > time)].map(at)
  return {
    at,
    peakFrom: (t: number) => Math.max(...from(t)),
    lowFrom: (t: number) => Math.min(...from(t)),
  }
}

const step = fc.record({
  at: fc.integer({ min: 0, max: 400 }).map((ms) => plus(NOON, ms)),
  people: fc.integer({ min: -3, max: 3 }),
})

test('R-101: a crowd says what looking at every step would say', () => {
  const property = fc.property(
    fc.array(step, { maxLength: 300 }),
    fc.array(step, { minLength: 1, maxLength: 300 }),
    fc.integer({ min: 0, max: 5 }),
    (known, added, before) => {
      const crowd = createCrowd(known, before)
      const all = [...known]
      for (const [index, one] of added.entries()) {
        crowd.add(one)
        all.push(one)
        if (index % 16 !== 0 && index !== added.length - 1) continue
        const expected = naive(all, before)
        for (const ms of [-1, 0, 13, 200, 399, 401]) {
          const at = plus(NOON, ms)
          expect([crowd.at(at), crowd.peakFrom(at), crowd.lowFrom(at)]).toEqual([
            expected.at(at),
            expected.peakFrom(at),
            expected.lowFrom(at),
          ])
        }
      }
    },
  )
  fc.assert(property, { numRuns: 60 })
})
