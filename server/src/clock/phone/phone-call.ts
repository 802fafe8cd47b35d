import type { EpochMs } from '@counterfoil/domain'

/** A request of somebody's phone. */
export interface PhoneCall {
  readonly ip: string
  readonly now: EpochMs
}
