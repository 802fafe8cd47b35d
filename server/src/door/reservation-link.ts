import { type EpochMs, formatInstant, type Id, isOver } from '@counterfoil/domain'
import type { Kysely, Transaction } from 'kysely'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'
import type { ReservationLinkTable } from '../db/schema/reservation-link'
import { ProblemError } from '../problem-error'
import { hashToken, makeToken } from '../qr/token'

export type LinkPurpose = ReservationLinkTable['purpose']

export interface Link {
  readonly merchant_id: Id
  readonly reservation_id: Id
}

/** A new link to a reservation; its token is in the mail alone. */
export async function makeLink(
  trx: Transaction<Database>,
  { merchant_id, reservation_id }: Link,
  purpose: LinkPurpose,
  expires: EpochMs,
): Promise<string> {
  const token = makeToken()
  const expires_at = formatInstant(expires)
  await trx
    .insertInto('reservation_link')
    .values({ merchant_id, token_hash: hashToken(token), reservation_id, purpose, expires_at })
    .execute()
  return token
}

/**
 * What a link opens. What is unknown, for something else, used or over gets one answer.
 * @param db across merchants
 * @throws ProblemError `NOT_FOUND`
 */
export async function requireLink(
  db: Kysely<Database>,
  token: string,
  purpose: LinkPurpose,
  now: EpochMs,
): Promise<Link> {
  const row = await db
    .selectFrom('reservation_link')
    .select(['merchant_id', 'reservation_id', 'purpose', 'expires_at', 'used_at'])
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  const good = row?.purpose === purpose && row.used_at === null && !isOver(row.expires_at, now)
  if (row === undefined || !good) throw linkGone()
  return { merchant_id: row.merchant_id, reservation_id: row.reservation_id }
}

/** Behind the lane: of many that come with the same link one goes on. @throws as {@link requireLink} */
export async function useLink(
  trx: Transaction<Database>,
  { merchant_id, reservation_id }: Link,
  token: string,
  now: EpochMs,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('reservation_link')
    .set({ used_at: formatInstant(now) })
    .where('merchant_id', '=', merchant_id)
    .where('reservation_id', '=', reservation_id)
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', 'confirm')
    .where('used_at', 'is', null)
    .where('expires_at', '>', moment(now))
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw linkGone()
}

export function linkGone(): ProblemError {
  return new ProblemError('NOT_FOUND', 'This link was used, has run out, or never was one.')
}
