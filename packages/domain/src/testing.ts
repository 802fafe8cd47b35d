import { emptyWorld, type World } from './facts'
import type { JudgeInput } from './judgement'
import type { CardFact, ProgramFact } from './loyalty-facts'
import type { Op, OpBody, PunchAction } from './op'
import { DEFAULT_SETTINGS } from './policy'
import { type EpochMs, epochMs, formatInstant } from './time'

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
