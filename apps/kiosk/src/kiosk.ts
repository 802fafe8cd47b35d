import type {
  Credential,
  EpochMs,
  Id,
  Job,
  OpKind,
  Pairing,
  ProgramFact,
  Verdict,
  VerdictCode,
} from '@counterfoil/domain'
import type { DoorDesk } from './door-desk'
import type { ClockDesk } from './kiosk-clock'
import type { NotSaved, SignedOn } from './kiosk-saved'

export type { NotSaved, SignedOn } from './kiosk-saved'
import type { Live, Outcome } from './outcome'

export type { Decided, Live, Outcome } from './outcome'

/** How long a stamp can be undone from the screen, in milliseconds. */
export const UNDO_MS = 8_000

/**
 * What the screens may ask of the tablet. Screens show and ask; they never touch the database, the
 * network or the rules. Built in one place (compose.ts), handed down by context.
 */
export interface Kiosk {
  /** Binds this browser to a device row; also after a revocation, keeping what is unsent. */
  pair(pairing: Pairing): Promise<PairOutcome>
  pairByCode(code: string): Promise<PairOutcome>
  /**
   * Reads a scanned or typed text and looks it up in the replica. Never throws. A bare 22-character
   * token, as printed under a QR, is taken for a card's, else a badge's.
   */
  identify(text: string): Promise<Identified>
  /** A person by a badge or tile, and what the PIN pad needs to know. */
  pinStateOf(staffId: Id): Promise<PinState>
  /**
   * Checks a PIN on the tablet, writes the sign-on and waits for the server while online.
   * The PIN is sealed at once and kept nowhere.
   * @param badge whether the person showed a badge
   */
  signOn(staffId: Id, pin: string, job: Job, badge?: boolean): Promise<SignOnOutcome>
  /** Ends whatever sign-on still carries; `null` when that is written down. */
  signOff(): Promise<NotSaved | null>
  /** Who is signed on for a job, while it lasts. */
  currentSignOn(job: Job): Promise<SignedOn | null>
  /** Writes what is to be done with a card (strict) and answers with the server's verdict if it comes within 1.5 s. */
  stamp(card: IdentifiedCard): Promise<Outcome>
  undo(opId: Id): Promise<Outcome>
  /** What only the door needs, fetched when it is shown. */
  door(): Promise<DoorDesk>
  /** Tries to send now, whatever the back-off. */
  retryNow(): Promise<void>
  dismissNotice(opId: Id): Promise<void>
  /** Asks the browser to keep our storage. */
  persistStorage(): Promise<boolean>
  /** Activates a waiting version; only called from the idle home screen. */
  applyUpdate(): void
  readonly clock: ClockDesk
  readonly live: KioskLive
}

/** Observable state: each is a store that React reads with `useSyncExternalStore`. */
export interface KioskLive {
  readonly pairing: Live<PairingState>
  readonly status: Live<Status>
  readonly people: Live<readonly Person[]>
  readonly queue: Live<readonly QueueEntry[]>
  /** What became of one operation; `null` before it is known, and for ever of one long gone. */
  readonly stateOf: (opId: Id) => Live<QueueEntry['state'] | null>
  readonly notices: Live<readonly Notice[]>
  readonly diagnostics: Live<Diagnostics>
  /** Cards, programs and people held here. */
  readonly replicaRows: Live<number>
}

export type PairingState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unpaired' }
  | {
      readonly kind: 'paired'
      readonly device_id: Id
      readonly label: string
      readonly jobs: readonly Job[]
      readonly store_name: string
      readonly merchant_name: string
      readonly time_zone: string
      /** Replica not complete yet: rows received so far. */
      readonly first_sync: { readonly rows: number } | null
    }
  /** People and cards are gone from here; what was unsent is kept. */
  | { readonly kind: 'revoked'; readonly store_name: string; readonly unsent: number }
  | { readonly kind: 'expired'; readonly store_name: string; readonly unsent: number }
  /** The storage was emptied under this page: nothing that could be kept is left. */
  | { readonly kind: 'cleared'; readonly store_name: string }

export interface Status {
  readonly network: 'online' | 'offline'
  readonly waiting: number
  readonly parked: number
  readonly last_sync_at: EpochMs | null
  /** Server − tablet, or `null` since the clock last jumped. */
  readonly offset_ms: number | null
  readonly clock_warning: boolean
  /** Another tab of this tablet does the work. */
  readonly leads: boolean
  readonly storage_persisted: boolean | null
  readonly update_ready: boolean
  /** The database cannot be opened or written; a sentence's code. */
  readonly storage_trouble: 'QUOTA' | 'BLOCKED' | 'UNAVAILABLE' | null
}

export interface Person {
  readonly id: Id
  readonly name: string
  /** First names repeat; initials and number tell people apart. */
  readonly initials: string
  readonly personnel_number: string
  readonly has_pin: boolean
  readonly locked_until: EpochMs | null
  readonly last_used_at: EpochMs | null
}

export type PinState =
  | { readonly kind: 'ready'; readonly person: Person; readonly pin_length: number }
  | { readonly kind: 'locked'; readonly person: Person; readonly locked_until: EpochMs }
  | { readonly kind: 'no_pin'; readonly person: Person }
  | { readonly kind: 'unknown' }

export interface IdentifiedCard {
  readonly kind: 'card'
  readonly token: string
  /** `null`: not on this tablet's list (new, or not ours); the server will know. */
  readonly card: {
    readonly id: Id
    readonly number_end: string
    readonly stamps: number
    readonly points: number
  } | null
  readonly program: (ProgramFact & { readonly name: string; readonly reward: string }) | null
  readonly pin_required: boolean
  /** What it can be exchanged for now, the dearest first. */
  readonly rewards: readonly RewardOnCard[]
  /** What is to be done with it. */
  readonly deed: Deed
}

export interface RewardOnCard {
  readonly id: Id
  readonly name: string
  /** In points, or in full sets of stamps. */
  readonly cost: number
}

export type Deed =
  | { readonly kind: 'stamp' }
  | { readonly kind: 'earn'; readonly amount_minor: number }
  | { readonly kind: 'redeem'; readonly reward: RewardOnCard }

export type Identified =
  | IdentifiedCard
  | { readonly kind: 'badge'; readonly staff_id: Id }
  | { readonly kind: 'badge_unknown' }
  | { readonly kind: 'pairing'; readonly pairing: Pairing }
  | { readonly kind: 'other'; readonly credential: Credential }

export type SignOnOutcome =
  | { readonly kind: 'signed_on'; readonly signed_on: SignedOn; readonly confirmed: boolean }
  | {
      readonly kind: 'refused'
      readonly code: VerdictCode
      readonly attempts_left: number | null
      readonly locked_until: EpochMs | null
    }
  | NotSaved

export interface QueueEntry {
  readonly op_id: Id
  readonly kind: OpKind
  readonly at: EpochMs
  /** For whom: a person's name, a card's last digits. */
  readonly subject: string | null
  /** At the door: how many went in, or out where negative; `null` where nobody did. */
  readonly people: number | null
  readonly state: 'waiting' | 'confirmed' | 'refused' | 'parked'
  readonly code: VerdictCode | null
  readonly attempts: number
  readonly seq: number
  /** Of an earlier pairing, waiting to be handed in as recovered. */
  readonly recovered: boolean
  /** Set aside because the server knows no tablet that it could have come from. */
  readonly unknown_tablet: boolean
}

/** The tablet said yes, the server no; stays until someone dismisses it. */
export interface Notice {
  readonly op_id: Id
  readonly kind: OpKind
  readonly at: EpochMs
  readonly subject: string | null
  readonly code: VerdictCode
  readonly detail: Verdict['detail']
}

export interface Diagnostics {
  readonly app_version: string
  readonly device_id: Id | null
  readonly incarnation: number | null
  readonly storage_used_bytes: number | null
  readonly storage_quota_bytes: number | null
  /** Whether everything is kept that a start without network needs; `null`: not known. */
  readonly starts_offline: boolean | null
  readonly last_push_error: string | null
  readonly next_attempt_at: EpochMs | null
}

export type PairOutcome =
  | { readonly kind: 'paired' }
  | {
      readonly kind: 'refused'
      /**
       * A problem code of the wire, `UNREACHABLE`, `OTHER_MERCHANT` (unsent work belongs elsewhere),
       * or why it could not be kept here: `NOT_LEADER`, `QUOTA`, `STORAGE`.
       */
      readonly code: string
    }
