import type { EpochMs } from '@counterfoil/domain'
import { type RawBuilder, sql } from 'kysely'

/**
 * A restore begins a new life of a merchant's data. Each has a number (`merchant_head.feed_epoch`):
 * the first is 1, later ones are the second they began in, counted from 2020, so that no two
 * restores of one backup share one. Fits an `integer` until 2088.
 */
const YEAR_2020 = Date.UTC(2020, 0, 1)

export const FIRST_LIFE = 1

export function lifeAt(now: EpochMs): number {
  return Math.floor((now - YEAR_2020) / 1000)
}

/** When a life after the first began, of a column that holds its number. */
export function lifeBegan(life: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`to_timestamp(${life} + ${sql.lit(YEAR_2020 / 1000)})`
}
