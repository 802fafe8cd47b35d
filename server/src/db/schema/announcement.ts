import type { Generated } from 'kysely'
import type { NullableTimestamp, Timestamp } from '../columns'

/** Gone once every guest has their mail in the outbox. */
export interface AnnouncementTable {
  merchant_id: string
  /** UUIDv7: in the order in which they were made. */
  id: string
  performance_id: string
  kind: 'called_off' | 'takes_place'
  /** The last reservation whose mail is in the outbox. */
  told_up_to: string | null
  at: Timestamp
  /** In a row. */
  failures: Generated<number>
  /** Not before this; `null`: at once. */
  next_at: NullableTimestamp
}
