import type { EpochMs, Id } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'

/** what is closed takes nothing new. @throws ProblemError CONFLICT with the period */
export async function requireOpenDays(
  db: Kysely<Database>,
  merchantId: Id,
  places: readonly { readonly at: EpochMs; readonly store_id: Id }[],
): Promise<void> {
  for (const { at, store_id } of places) {
    const closed = await db
      .selectFrom('clock_period')
      .select(['id', 'from_day', 'to_day'])
      .where('merchant_id', '=', merchantId)
      .where('store_id', '=', store_id)
      .where('reopened_at', 'is', null)
      .where('from', '<=', moment(at))
      .where('until', '>', moment(at))
      .executeTakeFirst()
    if (closed === undefined) continue
    throw new ProblemError(
      'CONFLICT',
      `The days from ${closed.from_day} to ${closed.to_day} are closed: open them again first.`,
      { reason: 'PERIOD_CLOSED', period_id: closed.id },
    )
  }
}
