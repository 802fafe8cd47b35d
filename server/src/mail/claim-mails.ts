import { type EpochMs, formatInstant, type Id, MINUTE, plus } from '@counterfoil/domain'
import { type Kysely, sql } from 'kysely'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'

/** A mail that this node alone sends until its lease ends. */
export interface ClaimedMail {
  readonly merchant_id: Id
  readonly id: Id
  readonly lease_id: Id
  readonly to_address: string
  readonly subject: string
  readonly content_sealed: Buffer
  /** This one included. */
  readonly attempts: number
}

/** Longer than any sending takes: a node that died frees its mails after this. */
export const LEASE = 5 * MINUTE
const AT_ONCE = 10

/** Takes what is due. Rows that another node is taking are passed by. @param db across merchants */
export async function claimMails(
  db: Kysely<Database>,
  lease_id: Id,
  now: EpochMs,
): Promise<readonly ClaimedMail[]> {
  const { rows } = await sql<ClaimedMail>`
    update mail set lease_id = ${lease_id}::uuid, attempts = attempts + 1,
        leased_until = ${moment(plus(now, LEASE))}
     where (merchant_id, id) in (
       select merchant_id, id from mail
        where status = 'waiting' and next_at <= ${moment(now)}
          and (leased_until is null or leased_until <= ${moment(now)})
        order by next_at limit ${AT_ONCE} for update skip locked)
    returning merchant_id, id, lease_id, to_address, subject, content_sealed, attempts`.execute(db)
  return rows
}

type MailOutcome =
  | { readonly sent_at: EpochMs }
  /** Without another try it is dead. */
  | { readonly next_at: EpochMs | undefined; readonly last_error: string }

/** What became of it; nothing is written once the lease is another node's. */
export async function settleMail(
  db: Kysely<Database>,
  { merchant_id, id, lease_id }: ClaimedMail,
  outcome: MailOutcome,
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ lease_id: null, leased_until: null, ...columnsOf(outcome) })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .where('lease_id', '=', lease_id)
    .execute()
}

function columnsOf(outcome: MailOutcome) {
  if ('sent_at' in outcome) {
    const sent_at = formatInstant(outcome.sent_at)
    return { status: 'sent', sent_at, last_error: null, content_sealed: null } as const
  }
  const { next_at, last_error } = outcome
  return next_at === undefined
    ? ({ status: 'dead', last_error } as const)
    : ({ next_at: formatInstant(next_at), last_error } as const)
}
