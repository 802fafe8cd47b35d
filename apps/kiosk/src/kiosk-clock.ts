import type {
  EpochMs,
  Id,
  OwnClock as OwnTime,
  PunchAction,
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

/** A person's last two weeks: told anywhere by `as_of`, and at this tablet since. */
export interface OwnClock extends OwnTime {
  /** By the server's clock, when this tablet last heard all there was; `null`: never yet. */
  readonly as_of: EpochMs | null
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
