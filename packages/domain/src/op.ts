import type { Id } from './ids'
import type { Instant } from './time'
import type { VerdictCode } from './verdict'

/** What a tablet may be used for; switched on per device by the merchant. */
export const JOBS = ['loyalty', 'door', 'clock'] as const
export type Job = (typeof JOBS)[number]

/** What an operation of each kind carries, as on the wire; each feature has its part. */
export interface OpData extends PinOps, LoyaltyOps, ClockOps, DoorOps {
  'op.void': { op_id: Id; reason: string }
  'device.lost': { from_seq: number; to_seq: number }
}

export interface PinOps {
  /** `badge`: the person showed one; without it a name or number was given. */
  'staff.sign_on': { staff_id: Id; sealed_pin: string; badge?: true | undefined }
  'staff.sign_off': Record<string, never>
}

export interface LoyaltyOps {
  'loyalty.stamp': { card_token: string; count?: number | undefined }
  'loyalty.earn': {
    card_token: string
    amount_minor: number
    currency: string
    receipt?: string | undefined
  }
  'loyalty.redeem': { card_token: string; reward_id: Id }
}

/** What a person tells the clock; the second half of a punch's kind. */
export const PUNCH_ACTIONS = ['in', 'out', 'break_start', 'break_end'] as const
export type PunchAction = (typeof PUNCH_ACTIONS)[number]

/** The person is the sign-on's. */
export type ClockOps = { [A in PunchAction as `clock.${A}`]: Record<string, never> }

export interface DoorOps {
  /** `count` people of the party, one by default. */
  'ticket.admit': { ticket_token: string; performance_id: Id; count?: number | undefined }
  /** One person of the party. */
  'ticket.exit': { ticket_token: string; performance_id: Id }
  'ticket.walk_in': { performance_id: Id; count: number }
}

export const OP_KINDS = [
  'staff.sign_on',
  'staff.sign_off',
  'loyalty.stamp',
  'clock.in',
  'clock.out',
  'clock.break_start',
  'clock.break_end',
  'loyalty.earn',
  'loyalty.redeem',
  'ticket.admit',
  'ticket.exit',
  'ticket.walk_in',
  'op.void',
  'device.lost',
] as const satisfies readonly (keyof OpData)[]
export type OpKind = (typeof OP_KINDS)[number]

/** Kind and data of an operation. */
export type OpBody<K extends OpKind = OpKind> = {
  readonly [P in K]: { readonly kind: P; readonly data: OpData[P] }
}[K]

/** What the person at the tablet was told, by the tablet's own judgement. */
export interface Shown {
  readonly status: 'accepted' | 'rejected' | 'pending'
  readonly code: VerdictCode | null
}

/** Fields every operation has beside its kind and data. */
export interface OpBase {
  readonly id: Id
  /** Per device and incarnation, from 1, no gaps; absent on ops of signed-in users. */
  readonly seq?: number | undefined
  /** The tablet's wall clock. */
  readonly at: Instant
  /** Best known server − tablet difference; `null` when unknown since the clock last jumped. */
  readonly offset_ms: number | null
  /** The sign-on operation under which this one was done. */
  readonly sign_on?: Id | undefined
  readonly shown: Shown
}

/** An operation states that something happened at a tablet. It is a fact, whatever the verdict. */
export type Op<K extends OpKind = OpKind> = OpBase & OpBody<K>

const JOB_OF: Readonly<Record<OpKind, Job | undefined>> = {
  'staff.sign_on': undefined,
  'staff.sign_off': undefined,
  'loyalty.stamp': 'loyalty',
  'clock.in': 'clock',
  'clock.out': 'clock',
  'clock.break_start': 'clock',
  'clock.break_end': 'clock',
  'loyalty.earn': 'loyalty',
  'loyalty.redeem': 'loyalty',
  'ticket.admit': 'door',
  'ticket.exit': 'door',
  'ticket.walk_in': 'door',
  'op.void': undefined,
  'device.lost': undefined,
}

/** The job an operation belongs to; `undefined` for those that any tablet may do. */
export function jobOf(kind: OpKind): Job | undefined {
  return JOB_OF[kind]
}

/** What a kind tells the clock; `undefined` for all that are no punches. */
export function punchAction(kind: string): PunchAction | undefined {
  return PUNCH_ACTIONS.find((action) => kind === `clock.${action}`)
}
