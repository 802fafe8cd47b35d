import { applyJudgement } from './apply'
import { emptyWorld, type World } from './facts'
import { judge } from './judge'
import type { JudgeInput } from './judgement'
import type { CardFact, ProgramFact, RewardFact } from './loyalty-facts'
import type { Op, OpBody, PunchAction } from './op'
import { DEFAULT_SETTINGS } from './policy'
import { type EpochMs, epochMs, formatInstant } from './time'
import type { Verdict } from './verdict'

/** Ids and a small shop for tests of the rules; nothing of it is used by the product. */
export const DEVICE = '01930000-0000-7000-8000-00000000000d'
export const OTHER_DEVICE = '01930000-0000-7000-8000-0000000000dd'
export const STAFF = '01930000-0000-7000-8000-00000000000a'
export const STORE = { id: '01930000-0000-7000-8000-00000000005e', time_zone: 'Europe/Luxembourg' }
export const CARD: CardFact = {
  id: '01930000-0000-7000-8000-00000000000c',
  program_id: '01930000-0000-7000-8000-00000000000b',
  status: 'active',
}
export const CARD_HASH = 'hash-of-the-card'
export const PROGRAM: ProgramFact = {
  id: CARD.program_id,
  kind: 'stamps',
  active: true,
  stamps_required: 10,
  cooldown_minutes: 15,
  daily_limit: 5,
  pin_required: false,
  points_per_unit: 1,
  min_amount_minor: 0,
  max_points_per_op: 10_000,
  currency: 'EUR',
}
export const REWARD: RewardFact = {
  id: '01930000-0000-7000-8000-0000000000fe',
  program_id: PROGRAM.id,
  active: true,
  cost: 1,
}
/** Friday 20 November 2026, 11:15 in Luxembourg. */
export const NOON = epochMs(Date.parse('2026-11-20T10:15:00.000Z'))

export function opId(n: number): string {
  return `01930000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

export function shop(program: Partial<ProgramFact> = {}): World {
  const world = emptyWorld(DEFAULT_SETTINGS)
  world.programs.set(PROGRAM.id, { ...PROGRAM, ...program })
  world.cards.set(CARD_HASH, CARD)
  world.rewards.set(REWARD.id, REWARD)
  world.staff.set(STAFF, { id: STAFF, active: true })
  return world
}

type Extras = Partial<Omit<JudgeInput, 'op'>> & { readonly sign_on?: string }

/** An operation of the test shop's tablet at a time, heard of at once. */
export function input(n: number, body: OpBody, at: EpochMs, extras: Extras = {}): JudgeInput {
  const { sign_on, ...rest } = extras
  const op: Op = {
    id: opId(n),
    seq: n,
    at: formatInstant(at),
    offset_ms: 0,
    sign_on,
    shown: { status: 'accepted', code: null },
    ...body,
  }
  return {
    op,
    by: { type: 'device', device_id: DEVICE, jobs: ['loyalty', 'clock'] },
    store: STORE,
    occurred_at: at,
    received_at: at,
    token_hash: CARD_HASH,
    ...rest,
  }
}

export function stampInput(n: number, at: EpochMs, extras: Extras = {}): JudgeInput {
  return input(n, { kind: 'loyalty.stamp', data: { card_token: 'token' } }, at, extras)
}

export function signOnInput(
  n: number,
  at: EpochMs,
  right: boolean,
  extras: Extras = {},
): JudgeInput {
  const body: OpBody = { kind: 'staff.sign_on', data: { staff_id: STAFF, sealed_pin: 'sealed' } }
  return input(n, body, at, { pin: { fits: right ? [null] : [] }, ...extras })
}

export function punchInput(
  n: number,
  action: PunchAction,
  at: EpochMs,
  extras: Extras = {},
): JudgeInput {
  return input(n, { kind: `clock.${action}`, data: {} }, at, extras)
}

/** A world in which the person is signed on at the test's tablet, for whatever happens at a time. */
export function signedOn(world: World, id: string, at: EpochMs, staff_id = STAFF): World {
  const fact = { device_id: DEVICE, staff_id, occurred_at: at, accepted: true, ended_at: null }
  world.sign_ons.set(id, { op_id: id, ...fact })
  return world
}

export function earnInput(
  n: number,
  at: EpochMs,
  amount_minor: number,
  extras: Extras & { readonly currency?: string } = {},
): JudgeInput {
  const { currency = 'EUR', ...rest } = extras
  const data = { card_token: 'token', amount_minor, currency }
  return input(n, { kind: 'loyalty.earn', data }, at, rest)
}

export function redeemInput(
  n: number,
  at: EpochMs,
  extras: Extras & { readonly reward_id?: string } = {},
): JudgeInput {
  const { reward_id = REWARD.id, ...rest } = extras
  return input(n, { kind: 'loyalty.redeem', data: { card_token: 'token', reward_id } }, at, rest)
}

export function voidInput(n: number, at: EpochMs, target: number, extras: Extras = {}): JudgeInput {
  const data = { op_id: opId(target), reason: 'slip' }
  return input(n, { kind: 'op.void', data }, at, extras)
}

/** Judges operations one after the other, each meeting what those before it brought about. */
export function replay(world: World, inputs: readonly JudgeInput[]): Verdict[] {
  return inputs.map((one) => {
    const judgement = judge(world, one)
    applyJudgement(world, one, judgement)
    return judgement.verdict
  })
}
