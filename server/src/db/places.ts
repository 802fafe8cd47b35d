import { type RawBuilder, sql } from 'kysely'

/**
 * True of every row that has a `place` (a `ctid`). The planner takes such a condition to hold for
 * hardly any, and fetches each from where it lies. Expecting many it would read all rows of a
 * merchant of which, by statistics that are young, there are but two.
 */
export function fewPlaces(alias: string): RawBuilder<boolean> {
  const place = sql.ref(`${alias}.place`)
  return sql`(${place} >= '(0,0)'::tid and ${place} <= '(4294967294,65535)'::tid)`
}
