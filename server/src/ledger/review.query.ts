import { type EpochMs, formatInstant, type Id, type ReviewReason } from '@counterfoil/domain'
import type { Review } from '@counterfoil/protocol'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../db/schema'
import { askedCount, peopleActions, type PeopleInReview, peopleOf } from '../door/review-people'
import { ms } from '../sync/ingest/sql-parts'
import { nameJoins } from './names'
import { PUNCHER } from './puncher'
import { OPERATION_COLUMNS, operationOf, type OperationRow } from './operation.query'
import { type EffectState, actionsOn, type ReviewAction } from './review-actions'

type ReviewRow = OperationRow & {
  readonly review_id: Id
  readonly reason: ReviewReason
  readonly review_status: 'open' | 'resolved'
  readonly opened_at: EpochMs
  readonly resolved_at: EpochMs | null
  readonly resolver_name: string | null
  readonly action: 'accept' | 'void' | 'dismiss' | null
  readonly note: string | null
  readonly effect: EffectState
  readonly op_subject_id: Id | null
  readonly people: Pick<PeopleInReview, 'performance_id' | 'ticket'>
}

/** What counts on the ticket of the operation `it`. */
const TICKET = sql`case when ticket.id is not null then json_build_object('id', ticket.id,
  'party_size', ticket.party_size,
  'steps', (select json_agg(json_build_array(${ms('m.occurred_at')}, m.people)) from movement m
     where m.merchant_id = it.merchant_id and m.ticket_id = ticket.id and not m.voided)) end`

export interface ReviewFilter {
  readonly status?: 'open' | 'resolved' | undefined
  readonly id?: Id | undefined
}

export interface ReviewPosition {
  readonly opened_at: string
  readonly id: Id
}

/** Reviews with their operations, newest first. */
export async function listReviews(
  db: Kysely<Database>,
  merchantId: Id,
  filter: ReviewFilter,
  page: { readonly before: ReviewPosition | undefined; readonly limit: number },
): Promise<Review[]> {
  const where: RawBuilder<unknown>[] = [sql`merchant_id = ${merchantId}`]
  if (filter.status !== undefined) where.push(sql`status = ${filter.status}`)
  if (filter.id !== undefined) where.push(sql`id = ${filter.id}`)
  if (page.before !== undefined) {
    where.push(sql`(opened_at, id) < (${page.before.opened_at}, ${page.before.id})`)
  }
  const { rows } = await sql<ReviewRow>`
    with page as (
      select * from review where ${sql.join(where, sql` and `)}
      order by opened_at desc, id desc limit ${page.limit}
    )
    select page.id as review_id, page.reason, page.status as review_status, page.opened_at,
           page.resolved_at, resolver.name as resolver_name, page.action, page.note,
           coalesce(it.card_id, ${PUNCHER}) as op_subject_id,
           case coalesce(card_stamp.voided, card_movement.voided, punch.voided, movement.voided)
                when true then 'voided' when false then 'counts' else 'none' end as effect,
           json_build_object('performance_id', it.performance_id, 'ticket', ${TICKET}) as people,
           ${OPERATION_COLUMNS}
    from page
    join operation it on it.merchant_id = page.merchant_id and it.id = page.op_id
    left join card_stamp on card_stamp.merchant_id = it.merchant_id
      and card_stamp.card_id = it.card_id and card_stamp.op_id = it.id
    left join punch on punch.merchant_id = it.merchant_id and punch.op_id = it.id
    left join card_movement on card_movement.merchant_id = it.merchant_id
      and card_movement.card_id = it.card_id and card_movement.op_id = it.id
    left join movement on movement.merchant_id = it.merchant_id
      and movement.performance_id = it.performance_id and movement.op_id = it.id
    left join ticket on ticket.merchant_id = it.merchant_id and ticket.id = it.ticket_id
      and ticket.performance_id = it.performance_id
    left join account resolver on resolver.account_id = page.resolved_by
    ${nameJoins('data')}
    order by page.opened_at desc, page.id desc`.execute(db)
  return rows.map(reviewOf)
}

export async function findReview(
  db: Kysely<Database>,
  merchantId: Id,
  id: Id,
): Promise<Review | undefined> {
  const [review] = await listReviews(db, merchantId, { id }, { before: undefined, limit: 1 })
  return review
}

function actionsOf({ people, ...row }: ReviewRow): ReviewAction[] {
  const { kind, data, occurred_at, effect, reason } = row
  // To accept is to take the punch instead of what a manager put in.
  if (reason === 'MANUAL_CLASH' && effect === 'counts') return ['accept', 'void', 'dismiss']
  const count = askedCount(data)
  if (peopleOf({ kind, count }) === undefined) return actionsOn(kind, row.op_subject_id, effect)
  return peopleActions({ ...people, kind, occurred_at, count }, effect)
}

function reviewOf(row: ReviewRow): Review {
  const open = row.review_status === 'open'
  return {
    id: row.review_id,
    op_id: row.id,
    reason: row.reason,
    status: row.review_status,
    opened_at: formatInstant(row.opened_at),
    resolved_at: row.resolved_at === null ? null : formatInstant(row.resolved_at),
    resolved_by: row.resolver_name,
    action: row.action,
    note: row.note,
    actions: open ? actionsOf(row) : [],
    operation: operationOf(row),
  }
}
