import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Mail } from '@counterfoil/protocol'
import type { Kysely } from 'kysely'
import { instantOrNull } from '../db/moment'
import type { Database } from '../db/schema'
import type { Deps } from '../deps'
import { type ChangeBy, change } from '../merchants/change'
import { ProblemError } from '../problem-error'
import { openContent } from './mail-outbox'

interface Row {
  readonly id: Id
  readonly kind: Mail['kind']
  readonly to_address: string
  readonly subject: string
  readonly status: Mail['status']
  readonly attempts: number
  readonly next_at: EpochMs
  readonly last_error: string | null
  readonly created_at: EpochMs
  readonly sent_at: EpochMs | null
  readonly content_sealed: Buffer | null
}

/** Newest first. */
export async function listMails(
  deps: Pick<Deps, 'db' | 'config' | 'crypto'>,
  merchantId: Id,
  page: {
    readonly before: Id | undefined
    readonly status: Mail['status'] | undefined
    readonly limit: number
  },
): Promise<Mail[]> {
  const { before, status, limit } = page
  const rows = await select(deps.db, merchantId)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'dead'))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => mailOf(deps, row))
}

function select(db: Kysely<Database>, merchantId: Id) {
  return db
    .selectFrom('mail')
    .select(['id', 'kind', 'to_address', 'subject', 'status', 'attempts', 'next_at'])
    .select(['last_error', 'created_at', 'sent_at', 'content_sealed'])
    .where('merchant_id', '=', merchantId)
}

/** Its words are to be read in a demo without SMTP only: nobody else has them, then. */
function mailOf({ config, crypto }: Pick<Deps, 'config' | 'crypto'>, row: Row): Mail {
  const { content_sealed: sealed, to_address: to, ...mail } = row
  const readable = config.demo && config.smtpUrl === undefined && sealed !== null
  const content = readable ? openContent(crypto, sealed) : undefined
  return {
    ...mail,
    to,
    next_at: formatInstant(row.next_at),
    created_at: formatInstant(row.created_at),
    sent_at: instantOrNull(row.sent_at),
    text: content?.text ?? null,
    html: content?.html ?? null,
  }
}

/** @throws ProblemError `NOT_FOUND` */
export async function requireMail(
  deps: Pick<Deps, 'config' | 'crypto'>,
  db: Kysely<Database>,
  merchantId: Id,
  id: Id,
): Promise<Mail> {
  const row = await select(db, merchantId).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such mail.')
  return mailOf(deps, row)
}

/** Tries a mail again at once, one that was given up as well; what was sent stays sent. */
export function retryMail(by: ChangeBy, id: Id): Promise<Mail> {
  const { merchant_id } = by.caller
  return change(by, 'mail.retry', ['door'], async (trx) => {
    await trx
      .updateTable('mail')
      .set({ status: 'waiting', attempts: 0, next_at: formatInstant(by.now) })
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .where('status', '!=', 'sent')
      .execute()
    const answer = await requireMail(by.deps, trx, merchant_id, id)
    return { answer, subject_id: id, detail: { kind: answer.kind }, feed: [] }
  })
}
