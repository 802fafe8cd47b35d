import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Transaction } from 'kysely'
import * as z from 'zod'
import type { Crypto } from '../crypto/crypto'
import type { Database } from '../db/schema'
import type { MailTable } from '../db/schema/mail'

/** Under which purpose contents are sealed at rest. */
export const MAIL_PURPOSE = 'mail'

const contentSchema = z.strictObject({
  /** Whose name stands before the sender's address. */
  from_name: z.string(),
  to_name: z.string(),
  text: z.string(),
  html: z.string(),
})
export type MailContent = z.infer<typeof contentSchema>

export interface NewMail {
  readonly id: Id
  readonly merchant_id: Id
  readonly kind: MailTable['kind']
  readonly to_address: string
  readonly subject: string
  readonly content: MailContent
}

/** Part of the transaction that is their reason: sent after its commit, and only then. */
export async function queueMails(
  trx: Transaction<Database>,
  crypto: Crypto,
  mails: readonly NewMail[],
  now: EpochMs,
): Promise<void> {
  const at = formatInstant(now)
  const rows = mails.map(({ content, ...mail }) => ({
    ...mail,
    content_sealed: crypto.seal(MAIL_PURPOSE, Buffer.from(JSON.stringify(content))),
    status: 'waiting' as const,
    next_at: at,
    created_at: at,
  }))
  await trx.insertInto('mail').values(rows).execute()
}

export function openContent(crypto: Crypto, sealed: Uint8Array): MailContent {
  return contentSchema.parse(JSON.parse(crypto.open(MAIL_PURPOSE, sealed).toString()))
}
