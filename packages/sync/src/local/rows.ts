import type {
  Effect,
  EpochMs,
  Id,
  Job,
  LoyaltyEffects,
  Move,
  OpKind,
  PersonPins,
  PinCounter,
  SeqRange,
  SheetRules,
  Shown,
  Verdict,
  VerdictFlag,
} from '@counterfoil/domain'
import type { ChangeData, ClaimAnswer, Door, PersonClock, WireVerdict } from '@counterfoil/protocol'

/** Who this tablet is; kept after a revocation, for what is unsent still belongs to it. */
export interface Identity {
  readonly state: 'paired' | 'revoked' | 'expired'
  readonly api_url: string
  readonly device: ClaimAnswer['device']
  readonly store: ClaimAnswer['store']
  readonly merchant: ClaimAnswer['merchant']
  readonly incarnation: number
  readonly sealing_key: ClaimAnswer['sealing_key']
  readonly limits: ClaimAnswer['limits']
}

/** Single values, by name. */
export interface LocalMeta {
  readonly identity: Identity
  readonly next_seq: number
  /** The place up to which changes were pulled, and what the version understood that did. */
  readonly pulled: { readonly cursor: string; readonly understood: string }
  /** Whether the first sync came to its end. */
  readonly replica_complete: boolean
  /** By the server's clock, when the replica was last complete. */
  readonly synced_at: EpochMs
  readonly settings: ChangeData['settings']
  /** The latest local reckoning of time, so that a clock set back reorders nothing. */
  readonly last_occurred_at: EpochMs
  /** Tablets at the doors as of the latest pull; absent when the server does not tell. */
  readonly doors: readonly Door[]
  /** How the merchant reads punches; absent where the server does not tell. */
  readonly sheet_rules: SheetRules
  /** Counts transactions that settled operations. */
  readonly settlements: number
}

export interface OutboxRow {
  readonly id: Id
  readonly merchant_id: Id
  readonly device_id: Id
  readonly incarnation: number
  readonly seq: number
  readonly kind: OpKind
  readonly at: EpochMs
  /** JSON as it was made; sent byte for byte, every time. */
  readonly wire: string
  readonly shown: Shown
  /** For whom, in words for the queue screen; blanked on revocation. */
  readonly subject: string | null
  readonly state: 'queued' | 'answered' | 'parked'
  readonly verdict: WireVerdict | null
  /** By the server's clock; 0 before (an index needs a value). */
  readonly answered_at: number
  readonly park_reason: string | null
  readonly local: LocalDecision
  readonly lost: SeqRange | null
}

/** What the tablet itself thought of an operation. */
export interface LocalDecision {
  readonly verdict: Verdict
  /** Absent from what was kept before there were any. */
  readonly flags?: readonly VerdictFlag[]
  readonly pending: boolean
  readonly occurred_at: EpochMs
  readonly store_id: Id
  readonly sign_on: Id | null
  readonly card_id: Id | null
  readonly count: number
  /** What an undo takes back; absent where an older version kept it: then it was stamps. */
  readonly moved?: Move | null
}

export type CardRow = ChangeData['card']
export type RewardRow = ChangeData['reward']
export type ProgramRow = ChangeData['program']
export type StaffRow = ChangeData['staff']
export type PerformanceRow = ChangeData['performance']
/** `found_by`: what guests are found by, an index over the words of the name. */
export type TicketRow = ChangeData['ticket'] & { readonly found_by?: readonly string[] }
export type IssuerKeyRow = ChangeData['issuer_key']

export type CardEffect = Effect<keyof LoyaltyEffects>

/** What an operation did to a card, until the card's own row says so. */
export interface EffectRow {
  readonly op_id: Id
  readonly card_id: Id
  readonly effect: CardEffect
  /** The settlement that accepted it; 0 while unanswered. */
  readonly settled: number
}

/** What counts of a person's last two weeks by the server's word, wherever it was told. */
export type ClockRow = PersonClock

/** A punch told here, or what takes one back, until the server's rows say so. */
export interface PunchRow {
  readonly op_id: Id
  readonly staff_id: Id
  readonly effect: Effect<'punch' | 'punch_voided'>
  /** The settlement that accepted it; 0 while unanswered. */
  readonly settled: number
}

/** Who went in or out here, or what takes that back, until the server's rows say so. */
export interface MovementRow {
  readonly op_id: Id
  readonly performance_id: Id
  readonly effect: Effect<'people' | 'people_voided'>
  /** The settlement that accepted it; 0 while unanswered. */
  readonly settled: number
}

/** What {@link MovementRow}s of one performance add up to; absent: to be counted anew. */
export interface CrowdRow {
  readonly performance_id: Id
  /** Went in less went out. */
  readonly people: number
  /** No movement that is counted was later. */
  readonly latest: EpochMs
}

/** Wrong PINs of one person, as far as this tablet knows. */
export interface PinRow {
  readonly staff_id: Id
  readonly counter: PinCounter
  readonly person: PersonPins
  readonly last_used_at: EpochMs | null
}

export interface SignOnRow {
  readonly op_id: Id
  readonly device_id: Id
  readonly staff_id: Id
  readonly job: Job
  readonly occurred_at: EpochMs
  readonly accepted: boolean
  readonly ended_at: EpochMs | null
}

/** The tablet said yes, the server no; stays until a person dismisses it. */
export interface NoticeRow {
  readonly op_id: Id
  readonly kind: OpKind
  readonly at: EpochMs
  readonly subject: string | null
  readonly verdict: WireVerdict
}
