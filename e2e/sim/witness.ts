import type { Id } from '@counterfoil/domain'
import { formatInstant, type EpochMs } from '@counterfoil/domain'
import { canonicalText } from '../../server/src/sync/ingest/canonical-text'
import type { Schedule } from './schedule'

/** An operation of which a person was told that it is saved. */
export interface Saved {
  readonly id: Id
  readonly tablet: string
  /** When it really happened. */
  readonly true_at: EpochMs
}

/** Sees everything and forgets nothing; what should not have happened is a fault. */
export class Witness {
  readonly trace: string[] = []
  readonly faults: string[] = []
  readonly saved = new Map<Id, Saved>()
  /** Every operation that a tablet made, told or not. */
  readonly made = new Set<Id>()
  /** Went with a tablet's storage before it was sent. */
  readonly gone = new Set<Id>()
  /** Every verdict that a server spoke, whether or not anybody heard it. */
  readonly verdicts = new Map<Id, string>()
  /** Streams whose tablet was put back in time: only these may number twice. */
  readonly putBack = new Set<string>()
  /** Tokens that opened something once and must not any more. */
  readonly dead = new Set<string>()

  constructor(readonly schedule: Schedule) {}

  note(who: string, what: string): void {
    this.trace.push(`${formatInstant(this.schedule.now)} ${who} ${what}`)
  }

  fault(text: string): void {
    this.note('FAULT', text)
    this.faults.push(text)
  }

  /** A verdict is final: every server says the same for ever. */
  heard(id: Id, spoken: Readonly<Record<string, unknown>>): void {
    const verdict = canonicalText(spoken)
    const before = this.verdicts.get(id)
    if (before !== undefined && before !== verdict) {
      this.fault(`I2: two verdicts on ${id}: ${before} and ${verdict}`)
    }
    this.verdicts.set(id, verdict)
  }
}
