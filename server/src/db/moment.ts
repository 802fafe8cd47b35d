import { type EpochMs, formatInstant, type Instant } from '@counterfoil/domain'
import { type RawBuilder, sql } from 'kysely'

/** A point in time to compare a `timestamptz` column with. */
export function moment(at: EpochMs): RawBuilder<EpochMs> {
  return sql<EpochMs>`${formatInstant(at)}::timestamptz`
}

/** A nullable `timestamptz` as it goes over the wire. */
export function instantOrNull(at: EpochMs | null): Instant | null {
  return at === null ? null : formatInstant(at)
}
