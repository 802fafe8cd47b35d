import type {
  EpochMs,
  Id,
  Job,
  OpBody,
  PinCheck,
  SeqRange,
  TicketReading,
} from '@counterfoil/domain'

/** An operation before it has a number. */
export interface Draft {
  readonly id: Id
  readonly body: OpBody
  readonly at: EpochMs
  /** Server − tablet, or `null` when unknown. */
  readonly offset_ms: number | null
  readonly sign_on: Id | null
  readonly subject: string | null
  readonly token_hash?: string
  readonly pin?: PinCheck
  /** What the ticket's token says and who signed it; see `readTicket`. */
  readonly ticket?: TicketReading
  /** For sign-ons: what the person signs on for. */
  readonly job?: Job
  readonly lost?: SeqRange
}
