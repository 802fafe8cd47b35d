import type { Id } from './ids'
import type { Instant } from './time'
import type { VerdictCode } from './verdict'

/** What a tablet may be used for; switched on per device by the merchant. */
export const JOBS = ['loyalty', 'door', 'clock'] as const
export type Job = (typeof JOBS)[number]

/** Kind and data of an operation, as the wire carries them. */
export type OpBody =
  | { readonly kind: 'staff.sign_on'; readonly data: { staff_id: Id; sealed_pin: string } }
  | { readonly kind: 'staff.sign_off'; readonly data: Record<string, never> }
  | {
      readonly kind: 'loyalty.stamp'
      readonly data: { card_token: string; count?: number | undefined }
    }
  | { readonly kind: 'op.void'; readonly data: { op_id: Id; reason: string } }
  | { readonly kind: 'device.lost'; readonly data: { from_seq: number; to_seq: number } }

export type OpKind = OpBody['kind']

export const OP_KINDS = [
  'staff.sign_on',
  'staff.sign_off',
  'loyalty.stamp',
  'op.void',
  'device.lost',
] as const satisfies readonly OpKind[]

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
export type Op = OpBase & OpBody

/** The job an operation belongs to; `undefined` for those that any tablet may do. */
export function jobOf(kind: OpKind): Job | undefined {
  return kind === 'loyalty.stamp' ? 'loyalty' : undefined
}
