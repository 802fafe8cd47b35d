/** Both sides at once: a day's work of eight tablets in one moment, and PINs over a push boundary. */
import type { Op } from '../harness/wire'
import { expect, must, outcome, test, verdicts, HOUR, MINUTE, PIN, WRONG_PIN } from './world'

const TABLETS = 8
const OPS = 500

test('eight tablets, a day without a network, 500 operations each, all at once', async ({
  harbour,
}) => {
  test.setTimeout(120_000)
  const program = await harbour.program({ cooldown_minutes: 5, daily_limit: 1000 })
  const card = await harbour.card(program)
  const tablets = await Promise.all(Array.from({ length: TABLETS }, () => harbour.tablet()))
  const yesterday = Date.now() - 24 * HOUR
  const step = (24 * HOUR) / OPS
  const work = tablets.map((tablet, nth) =>
    Array.from({ length: OPS }, (_, index): Op => {
      // Every tablet its own minutes: they meet each other's stamps on both sides.
      const at = new Date(yesterday + index * step + nth * 1000)
      return index % 5 === 0
        ? tablet.op('loyalty.stamp', { card_token: card.token }, { at })
        : tablet.op('staff.sign_off', {}, { at })
    }),
  )
  const answers = await Promise.all(
    tablets.map(async (tablet, nth) => {
      const start = performance.now()
      const answer = must(await tablet.push(work[nth] ?? []), 200)
      return { ...answer, ms: performance.now() - start }
    }),
  )
  for (const [nth, { verdicts: got, last_seq, missing, ms }] of answers.entries()) {
    expect(got.map(({ id }) => id)).toEqual(work[nth]?.map(({ id }) => id))
    expect({ last_seq, missing }).toEqual({ last_seq: OPS, missing: [] })
    expect(ms).toBeLessThan(20_000)
  }
  const counting = answers
    .flatMap(({ verdicts: got }, nth) =>
      got.filter((_, index) => work[nth]?.[index]?.kind === 'loyalty.stamp'),
    )
    .filter(({ status }) => status === 'accepted')
    .map(({ occurred_at }) => Date.parse(occurred_at))
    .toSorted((a, b) => a - b)
  // 288 s apart and 5 minutes to wait: every other one at most.
  expect(counting.length).toBeGreaterThan(30)
  counting.slice(1).forEach((at, index) => {
    expect(at - (counting[index] ?? 0)).toBeGreaterThanOrEqual(5 * MINUTE)
  })
  const again = await Promise.all(tablets.map((tablet, nth) => verdicts(tablet, work[nth] ?? [])))
  expect(again).toEqual(answers.map(({ verdicts: got }) => got))
  const path = `/merchant/cards/${card.card.id}`
  const after = must(await harbour.owner.get<{ card: { stamps: number } }>(path), 200)
  expect(after.card.stamps).toBe(counting.length)
})

test('five wrong PINs over a push boundary: the sixth is not looked at, in whatever batch', async ({
  harbour,
}) => {
  const person = await harbour.person()
  const tablet = await harbour.tablet()
  const start = Date.now() - HOUR
  const signOns = async (pins: readonly string[], from: number): Promise<Op[]> => {
    const ops: Op[] = []
    for (const [nth, pin] of pins.entries()) {
      ops.push(await tablet.signOn(person.id, pin, { at: new Date(start + (from + nth) * 1000) }))
    }
    return ops
  }
  const first = await signOns([WRONG_PIN, WRONG_PIN, WRONG_PIN], 0)
  expect((await verdicts(tablet, first)).map(outcome)).toEqual(first.map(() => 'PIN_WRONG'))
  const second = await signOns([WRONG_PIN, WRONG_PIN, PIN, WRONG_PIN], 3)
  const expected = ['PIN_WRONG', 'PIN_WRONG', 'STAFF_LOCKED', 'STAFF_LOCKED']
  expect((await verdicts(tablet, second)).map(outcome)).toEqual(expected)
  // The answer got lost and the tablet cut the batch elsewhere: nothing is counted anew.
  expect((await verdicts(tablet, [...first.slice(1), ...second])).map(outcome)).toEqual([
    'PIN_WRONG',
    'PIN_WRONG',
    ...expected,
  ])
})
