import { tryLater } from '../problem-error'
import { type CallCounts, createCallCounts } from './call-counts'

/** How often one caller may call this node in a minute. */
export interface CallLimits {
  /** @throws ProblemError RATE_LIMITED with Retry-After */
  spend(kind: LimitKind, key: string): void
  /** Refuses whoever has nothing left, and counts nothing. @throws ProblemError RATE_LIMITED */
  requireLeft(kind: LimitKind, key: string): void
}

/**
 * `failed_*`: calls of one address that no caller could be found for. Twenty a second: a shop full
 * of tablets that were all revoked asks less often than that. Tablets and people count apart, so
 * that neither can shut the other out. `phone`: tries of number and PIN at posters; a whole shift
 * may come in through one address.
 */
const PER_MINUTE = {
  user: 1200,
  device: 600,
  address: 600,
  nonce: 600,
  failed_device: 1200,
  failed_user: 1200,
  phone: 60,
} as const
export type LimitKind = keyof typeof PER_MINUTE

/** Callers remembered per kind: some 10 MB at the very most, however many addresses call. */
const MOST = 50_000

/**
 * Counts live in this node's memory: a fleet of n nodes allows n times as much, by design.
 * @param clock ms of a clock that nobody sets
 */
export function createCallLimits(clock = () => performance.now()): CallLimits {
  const countsOf = (kind: LimitKind): CallCounts =>
    createCallCounts({ points: PER_MINUTE[kind], window: 60_000, most: MOST, clock })
  const counts: Readonly<Record<LimitKind, CallCounts>> = {
    user: countsOf('user'),
    device: countsOf('device'),
    address: countsOf('address'),
    nonce: countsOf('nonce'),
    failed_device: countsOf('failed_device'),
    failed_user: countsOf('failed_user'),
    phone: countsOf('phone'),
  }
  const refuse = (ms: number | undefined): void => {
    if (ms !== undefined) throw tryLater('RATE_LIMITED', ms / 1000)
  }
  return {
    spend: (kind, key) => refuse(counts[kind].spend(key)),
    requireLeft: (kind, key) => refuse(counts[kind].usedUp(key)),
  }
}
