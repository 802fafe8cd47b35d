import type { Crowd } from './crowd'
import type { Id } from './ids'
import type { EpochMs } from './time'

export interface PerformanceFact {
  readonly id: Id
  /** Cancelled or deleted ones are not: nobody is let in. */
  readonly active: boolean
  /** Most people inside at any moment. */
  readonly capacity: number
  /** `null`: whenever somebody comes. */
  readonly opens_at: EpochMs | null
  /** Whether people who left may come in again on the same ticket. */
  readonly reentry: boolean
  readonly pin_required: boolean
}

export type TicketStatus = 'confirmed' | 'unconfirmed' | 'revoked'

export interface TicketFact {
  readonly id: Id
  readonly performance_id: Id
  /** Of the one token that is valid for it, base64url SHA-256. */
  readonly token_hash: string
  readonly party_size: number
  readonly status: TicketStatus
}

/** People who went in or out on one operation that counts. */
export interface MovementFact {
  readonly op_id: Id
  readonly at: EpochMs
  /** Negative: out. */
  readonly people: number
  /** The door; `null` when it was no tablet's. */
  readonly device_label: string | null
}

/** Where and when a ticket went in first. */
export type FirstAdmission = Pick<MovementFact, 'at' | 'device_label'>

/** What was done on one ticket. Mutable, as all of the working copy. */
export interface TicketUse {
  /** People let in so far, whoever left again included. */
  admitted: number
  first: FirstAdmission | null
  /** Those that count; a tablet knows the recent ones only. */
  readonly movements: MovementFact[]
  /** The ticket's people inside, over time. */
  readonly inside: Crowd
}

/** Performances and tickets, as far as the operations name them. */
export interface DoorWorld {
  readonly performances: Map<Id, PerformanceFact>
  /** By performance: people inside, from before the earliest operation on. */
  readonly crowds: Map<Id, Crowd>
  readonly tickets: Map<Id, TicketFact>
  readonly ticket_uses: Map<Id, TicketUse>
  /** The merchant's keys whose signatures are good. */
  readonly issuer_keys: Set<Id>
  /** By performance and door: places that only this door may still fill. */
  readonly leases: Map<Id, Map<Id, number>>
}

export interface DoorEffects {
  people: {
    readonly performance_id: Id
    /** `null`: without a ticket. */
    readonly ticket_id: Id | null
    readonly movement: MovementFact
  }
  people_voided: {
    readonly performance_id: Id
    readonly ticket_id: Id | null
    /** Of the movement that counts no more. */
    readonly op_id: Id
    readonly at: EpochMs
    readonly people: number
  }
  lease_moved: {
    readonly performance_id: Id
    readonly device_id: Id
    /** Negative: used. */
    readonly places: number
  }
}

export function emptyDoor(): DoorWorld {
  return {
    performances: new Map(),
    crowds: new Map(),
    tickets: new Map(),
    ticket_uses: new Map(),
    issuer_keys: new Set(),
    leases: new Map(),
  }
}
