import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import { sql, type Transaction } from 'kysely'
import type { JsonObject } from '../db/columns'
import type { Database } from '../db/schema'
import type { ReviewAction } from '../ledger/review-actions'
import { publish } from '../sync/feed'
import type { EntryDraft } from '../sync/ledger-chain'
import { PERFORMANCE_COLUMNS, performanceChange } from './performance-change'
import { askedCount, peopleOf } from './review-people'
import { loadTicketUse, TICKET_COLUMNS, ticketChange } from './ticket-change'

/** People whom a review counts, or counts no more. */
interface DecidedPeople {
  readonly merchant_id: Id
  readonly performance_id: Id
  readonly ticket_id: Id | null
  readonly op_id: Id
  readonly device_id: Id | null
  readonly occurred_at: EpochMs
  /** As the operation would move them: negative is out. */
  readonly people: number
  readonly action: 'accept' | 'void'
}

/** Part of a decision that holds the lane: the count, the ticket, and what tablets are told. */
async function decidePeople(
  trx: Transaction<Database>,
  { action, ...decided }: DecidedPeople,
  now: EpochMs,
): Promise<void> {
  const { merchant_id, performance_id, ticket_id } = decided
  await trx
    .insertInto('movement')
    .values({ ...decided, occurred_at: formatInstant(decided.occurred_at) })
    .onConflict((on) =>
      on
        .columns(['merchant_id', 'performance_id', 'op_id'])
        .doUpdateSet({ voided: action === 'void' }),
    )
    .execute()
  const change = action === 'void' ? -decided.people : decided.people
  const performance = await trx
    .updateTable('performance')
    .set({ inside: sql`inside + ${change}` })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', performance_id)
    .returning(PERFORMANCE_COLUMNS)
    .executeTakeFirstOrThrow()
  const told = [performanceChange(performance)]
  if (ticket_id !== null) told.push(await settleTicket(trx, merchant_id, ticket_id, now))
  await publish(trx, merchant_id, told)
}

async function settleTicket(
  trx: Transaction<Database>,
  merchantId: Id,
  ticketId: Id,
  now: EpochMs,
) {
  const use = await loadTicketUse(trx, merchantId, ticketId)
  const first = use.first?.at
  const ticket = await trx
    .updateTable('ticket')
    .set({
      admitted: use.admitted,
      inside: use.inside.last(),
      first_admitted_at: first === undefined ? null : formatInstant(first),
    })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', ticketId)
    .returning(TICKET_COLUMNS)
    .executeTakeFirstOrThrow()
  return ticketChange(ticket, use, now)
}

/** What a decision needs to know of an operation at a door. */
interface PeopleSubject {
  readonly kind: string
  readonly data: JsonObject
  readonly op_id: Id
  readonly occurred_at: EpochMs
  readonly device_id: Id | null
  readonly performance_id: Id | null
  /** Where it is for that performance. */
  readonly ticket_id: Id | null
}

const SIGN = { accept: 1, void: -1, dismiss: 0 } as const

/** What the ledger says of a decision about people; nothing about any other. */
export function peopleIn(action: ReviewAction, subject: PeopleSubject): Partial<EntryDraft> {
  const { performance_id, ticket_id } = subject
  const people = peopleAsked(subject)
  if (people === undefined || performance_id === null) return {}
  return {
    performance_id,
    ...(ticket_id === null ? {} : { ticket_id }),
    people: SIGN[action] * people,
  }
}

/** Counts people whom a decision is about, or counts them no more; others it leaves alone. */
export async function movePeople(
  trx: Transaction<Database>,
  decision: { readonly merchant_id: Id; readonly action: ReviewAction; readonly at: EpochMs },
  subject: PeopleSubject,
): Promise<void> {
  const { merchant_id, action, at } = decision
  const { performance_id, ticket_id, op_id, device_id, occurred_at } = subject
  const people = peopleAsked(subject)
  if (people === undefined || performance_id === null || action === 'dismiss') return
  const decided = { merchant_id, performance_id, ticket_id, op_id, device_id, occurred_at, people }
  await decidePeople(trx, { ...decided, action }, at)
}

function peopleAsked({ kind, data }: PeopleSubject): number | undefined {
  return peopleOf({ kind, count: askedCount(data) })
}
