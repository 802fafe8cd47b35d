import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addSeqs, NO_SEQS, type SeqState } from './seq-ranges'

const arrive = (seqs: readonly number[]) =>
  seqs.reduce<SeqState>((state, seq) => addSeqs(state, seq, seq), NO_SEQS)

test('R-070: holes are told as closed ranges', () => {
  expect(arrive([1, 2, 5, 9])).toEqual({
    last_seq: 2,
    highest: 9,
    missing: [
      [3, 4],
      [6, 8],
    ],
  })
})

test('R-070: a lost range counts as arrived, also above the highest', () => {
  expect(addSeqs(arrive([1, 5]), 2, 4)).toEqual({ last_seq: 5, highest: 5, missing: [] })
  expect(addSeqs(arrive([1]), 4, 6)).toEqual({ last_seq: 1, highest: 6, missing: [[2, 3]] })
})

test('R-070: any order and any repetition of the same numbers gives the same state', () => {
  const seqs = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 })
  fc.assert(
    fc.property(seqs, fc.array(fc.nat(), { maxLength: 60 }), (arrived, picks) => {
      const again = picks.map((pick) => arrived[pick % Math.max(1, arrived.length)] ?? 0)
      const shuffled = [...arrived.toReversed(), ...again.filter((seq) => seq > 0)]
      expect(arrive(shuffled)).toEqual(arrive(arrived))
      const state = arrive(arrived)
      const missing = new Set(
        state.missing.flatMap(([from, to]) =>
          Array.from({ length: to - from + 1 }, (_, n) => from + n),
        ),
      )
      for (let seq = 1; seq <= state.highest; seq++) {
        expect(missing.has(seq)).toBe(!arrived.includes(seq))
      }
    }),
  )
})
