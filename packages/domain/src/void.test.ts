import { expect, test } from 'vitest'
import { applyJudgement } from './apply'
import type { World } from './facts'
import { judge } from './judge'
import type { JudgeInput } from './judgement'
import { CARD, input, NOON, opId, shop, signOnInput, stampInput } from './testing'
import { MINUTE, plus } from './time'

function run(world: World, one: JudgeInput) {
  const judgement = judge(world, one)
  applyJudgement(world, one, judgement)
  return judgement.verdict.code
}

function undo(n: number, target: number, after: number, extras: Partial<JudgeInput> = {}) {
  const body = { kind: 'op.void', data: { op_id: opId(target), reason: 'slip' } } as const
  return input(n, body, plus(NOON, after), extras)
}

test.each([
  { after: 15 * MINUTE, code: null },
  { after: 15 * MINUTE + 1, code: 'VOID_TOO_LATE' },
])('R-041: $after ms after the stamp, undoing it is answered $code', ({ after, code }) => {
  const world = shop()
  run(world, stampInput(1, NOON))
  expect(run(world, undo(2, 1, after))).toBe(code)
})

test('R-041: an undone stamp counts no more: total, cooldown and daily limit', () => {
  const world = shop({ daily_limit: 1 })
  run(world, stampInput(1, NOON))
  run(world, undo(2, 1, 1000))
  expect(world.totals.get(CARD.id)).toBe(0)
  expect(run(world, stampInput(3, plus(NOON, 2000)))).toBeNull()
})

test('R-041: nothing is undone twice, nor what was refused, nor what nobody knows', () => {
  const world = shop()
  run(world, stampInput(1, NOON))
  run(world, stampInput(2, plus(NOON, 1)))
  run(world, undo(3, 1, 10))
  expect(run(world, undo(4, 1, 20))).toBe('VOID_ALREADY')
  expect(run(world, undo(5, 2, 20))).toBe('VOID_UNKNOWN')
  expect(run(world, undo(6, 77, 20))).toBe('VOID_UNKNOWN')
  expect(run(world, undo(7, 3, 20))).toBe('VOID_UNKNOWN')
})

test('R-041: another store cannot undo it', () => {
  const world = shop()
  run(world, stampInput(1, NOON))
  const store = { id: opId(0x5f), time_zone: 'UTC' }
  expect(run(world, undo(2, 1, 10, { store }))).toBe('VOID_UNKNOWN')
})

test('R-041: what was done under a PIN is undone under one, and that one outlives its time', () => {
  const world = shop({ pin_required: true })
  run(world, signOnInput(1, NOON, true))
  run(world, stampInput(2, plus(NOON, 119_000), { sign_on: opId(1) }))
  expect(run(world, undo(3, 2, 121_000))).toBe('SIGN_ON_MISSING')
  const signed = undo(4, 2, 127_000)
  expect(run(world, { ...signed, op: { ...signed.op, sign_on: opId(1) } })).toBeNull()
})
