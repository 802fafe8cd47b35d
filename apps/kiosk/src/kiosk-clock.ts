import type {
  DurationMs,
  EpochMs,
  Id,
  LocalDay,
  PunchAction,
  Span,
  Verdict,
  VerdictFlag,
} from '@counterfoil/domain'
import type { NotSaved, SignedOn } from './kiosk-saved'

/** What the screens of the entrance clock may ask of the tablet. */
export interface ClockDesk {
  /** Whose personnel number this is, written as it is or by its digits alone; `null`: nobody's here. */
  find(number: string): Promise<Id | null>
  /** A person's own time, as far as this tablet knows it. */
  own(staffId: Id): Promise<OwnClock>
  /** Writes a punch (strict) under a sign-on; the server's verdict if it comes within 1.5 s. */
  punch(signedOn: SignedOn, action: PunchAction): Promise<PunchOutcome>
}

export type Presence = 'in' | 'break' | 'out'

/** A person's last two weeks by the punches that this tablet knows. */
export interface OwnClock {
  readonly presence: Presence
  /** When the shift, or the break, began; `null` for whoever is out. */
  readonly since: EpochMs | null
  /** What is going on counts up to now. */
  readonly today: ClockDay
  /** Those with any punch, the latest first, today among them. */
  readonly days: readonly ClockDay[]
  readonly worked: DurationMs
}

/** One local day of the store. */
export interface ClockDay {
  readonly day: LocalDay
  /** Its first instant, and the first of the next. */
  readonly from: EpochMs
  readonly until: EpochMs
  readonly worked: DurationMs
  readonly paused: DurationMs
  readonly spans: readonly Span[]
  readonly breaks: readonly Span[]
  /** A clock-in or a clock-out is missing. */
  readonly unclear: boolean
}

export type PunchOutcome = Punched | NotSaved

export interface Punched {
  readonly kind: 'punched'
  readonly op_id: Id
  readonly action: PunchAction
  readonly at: EpochMs
  readonly verdict: Verdict
  readonly flags: readonly VerdictFlag[]
  /** `server`: final (✓✓). `tablet`: our own judgement, will be confirmed (✓). */
  readonly by: 'server' | 'tablet'
  /** The tablet does not know how far its clock is off. */
  readonly uncertain: boolean
  /** After it. */
  readonly own: OwnClock
}
