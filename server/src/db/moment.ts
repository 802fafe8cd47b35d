import { type EpochMs, formatInstant } from '@counterfoil/domain'
import { type RawBuilder, sql } from 'kysely'

/** A point in time to compare a `timestamptz` column with. */
export function moment(at: EpochMs): RawBuilder<EpochMs> {
  return sql<EpochMs>`${formatInstant(at)}::timestamptz`
}
