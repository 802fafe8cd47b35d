import { formatInstant, type Id } from '@counterfoil/domain'
import type { AnswerOf, ENDPOINTS } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema'

type AuditItem = AnswerOf<typeof ENDPOINTS.listAudit>['items'][number]

export interface AuditPosition {
  readonly at: string
  readonly id: Id
}

export async function listAudit(
  db: Kysely<Database>,
  merchantId: Id,
  page: { readonly before: AuditPosition | undefined; readonly limit: number },
): Promise<AuditItem[]> {
  const { before } = page
  const rows = await db
    .selectFrom('audit')
    .leftJoin('account', 'account.account_id', 'audit.account_id')
    .select(['audit.id', 'audit.at', 'audit.account_id as user_id', 'account.name as user_name'])
    .select(['audit.action', 'audit.subject_id', 'audit.detail', 'audit.ip'])
    .where('audit.merchant_id', '=', merchantId)
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(audit.at, audit.id) < (${before?.at}, ${before?.id})`),
    )
    .orderBy('audit.at', 'desc')
    .orderBy('audit.id', 'desc')
    .limit(page.limit)
    .execute()
  return rows.map(({ id, at, user_id, user_name, action, subject_id, detail, ip }) => ({
    id,
    at: formatInstant(at),
    user_id,
    user_name,
    action,
    subject_id,
    detail: { ...detail },
    ip,
  }))
}
