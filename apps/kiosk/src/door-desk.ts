import type { EpochMs, Id, TicketReading, Verdict } from '@counterfoil/domain'
import type { SignedOn } from './kiosk-saved'
import type { Live, Outcome } from './outcome'

/** What the screens of the door may ask of the tablet. Loaded with them, not before. */
export interface DoorDesk {
  /** Performances that take place, the nearest in time first; `null` before they are read. */
  readonly performances: Live<readonly Evening[] | null>
  /** How full it is, as far as this tablet can know. */
  readonly occupancy: (performanceId: Id) => Live<Occupancy | null>
  /** Reads a scanned text and looks the ticket up by index. Never throws. */
  readonly read: (text: string) => Promise<DoorCode>
  /** A ticket that was chosen from the guest list; `null` when it is gone. */
  readonly chosen: (ticketId: Id) => Promise<DoorTicket | null>
  /** What this tablet would say now; nothing is kept. */
  readonly preview: (deed: DoorDeed) => Promise<Verdict>
  /**
   * Writes what was done (strict) and answers as `Kiosk.stamp` does.
   * @param signedOn who is signed on, where that was looked at a moment ago
   */
  readonly act: (deed: DoorDeed, signedOn?: SignedOn | null) => Promise<Outcome>
  /** Guests of a performance with a name that begins so, by name. */
  readonly find: (performanceId: Id, typed: string) => Promise<Found>
}

export interface Evening {
  readonly id: Id
  readonly title: string
  readonly starts_at: EpochMs
  readonly opens_at: EpochMs | null
  readonly capacity: number
  readonly reentry: boolean
  readonly pin_required: boolean
  readonly inside: number
}

export interface DoorTicket {
  /** As it goes on the wire: the token that was shown, or what stands for one chosen by name. */
  readonly token: string
  /** `null`: not on this tablet's list. */
  readonly name: string | null
  readonly listed: boolean
  /** What its token was found to be; `null`: it has none that can be checked. */
  readonly proof: { readonly token_hash: string; readonly reading: TicketReading } | null
  readonly party_size: number
  readonly admitted: number
  readonly inside: number
  /** The performance it is for; `null` when this tablet does not know it. */
  readonly performance: Pick<Evening, 'id' | 'title' | 'starts_at' | 'reentry'> | null
}

export type DoorCode =
  | { readonly kind: 'ticket'; readonly ticket: DoorTicket }
  | { readonly kind: 'badge'; readonly staff_id: Id }
  | { readonly kind: 'badge_unknown' }
  | {
      readonly kind: 'not_ours'
      readonly what: 'foreign' | 'unknown' | 'poster' | 'pairing' | 'card'
    }

/** One thing to do at the door of a performance. */
export type DoorDeed = { readonly performance_id: Id } & (
  | { readonly kind: 'admit'; readonly ticket: DoorTicket; readonly people: number }
  | { readonly kind: 'exit'; readonly ticket: DoorTicket }
  | { readonly kind: 'walk_in'; readonly people: number }
)

/** People inside by what the server had heard of and by what was done here since. */
export interface Occupancy {
  /** At least so many, unless somebody left through a door that was not heard from. */
  readonly inside: number
  readonly capacity: number
  /** When the server last told; `null`: never. */
  readonly as_of: EpochMs | null
  /** Other doors that had not handed in all they counted, and since when at the longest. */
  readonly silent: { readonly doors: number; readonly since: EpochMs } | null
  /** Doors beside this one. */
  readonly others: number
  /** Places that are kept for this door and still free; `null`: none are kept for it. */
  readonly leased: number | null
}

export interface Guest {
  readonly ticket_id: Id
  readonly name: string
  readonly party_size: number
  readonly admitted: number
  readonly status: 'confirmed' | 'unconfirmed' | 'revoked'
}

export interface Found {
  readonly guests: readonly Guest[]
  /** There are more than these. */
  readonly more: boolean
}
