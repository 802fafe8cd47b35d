import { type AuditAction, type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Card } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import { requireCustomer } from '../customers/customer.query'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import { hashToken, makeToken } from '../qr/token'
import { cardChange, loadCardChanges, NO_HISTORY } from '../sync/card-change'
import type { FeedChange } from '../sync/feed'
import { freeNumbers } from './card-number'
import { requireCard } from './card.query'
import { requireActiveProgram } from './program.query'

export interface IssuedCard {
  readonly card: Card
  /** What the card's QR holds; never to be had again. */
  readonly token: string
}

export interface CardOrder {
  readonly program_id: Id
  readonly count: number
  /** Whose they are from the start. */
  readonly customer_id?: Id | null | undefined
}

/** @throws ProblemError `NOT_FOUND`, `VALIDATION` for a program that has ended */
export function issueCards(
  by: ChangeBy,
  { program_id, count, customer_id = null }: CardOrder,
): Promise<IssuedCard[]> {
  const { deps, caller, now } = by
  const tokens = Array.from({ length: count }, makeToken)
  const fresh = tokens.map((token) => ({ id: deps.newId(), token_hash: hashToken(token) }))
  return change(by, 'card.create', ['cards', 'programs', 'customers'], async (trx) => {
    const { name } = await requireActiveProgram(trx, caller.merchant_id, program_id)
    const customer =
      customer_id === null ? undefined : await requireCustomer(trx, caller.merchant_id, customer_id)
    const of = { program_id, customer }
    const { cards, feed } = await insertCards(trx, caller.merchant_id, of, fresh, now)
    return {
      answer: cards.map((card, index) => ({ card, token: tokens[index] ?? '' })),
      subject_id: count === 1 ? (cards[0]?.id ?? null) : null,
      detail: { program: name, program_id, count },
      feed,
    }
  })
}

export interface NewCardsOf {
  readonly program_id: Id
  readonly customer?: { readonly id: Id; readonly name: string } | undefined
}

/** Part of a change that holds the lane; its feed is to be published. In the order given. */
export async function insertCards(
  trx: Transaction<Database>,
  merchantId: Id,
  { program_id, customer }: NewCardsOf,
  fresh: readonly { readonly id: Id; readonly token_hash: string }[],
  now: EpochMs,
): Promise<{ readonly cards: Card[]; readonly feed: FeedChange[] }> {
  const numbers = await freeNumbers(trx, merchantId, fresh.length)
  const created_at = formatInstant(now)
  const rows = fresh.map(({ id, token_hash }, index) => ({
    card: {
      id,
      program_id,
      number: numbers[index] ?? '',
      status: 'active' as const,
      stamps: 0,
      points: 0,
      customer_id: customer?.id ?? null,
      created_at,
    },
    token_hash,
  }))
  await trx
    .insertInto('card')
    .values(rows.map(({ card, token_hash }) => ({ ...card, token_hash, merchant_id: merchantId })))
    .execute()
  return {
    cards: rows.map(({ card }) => ({
      ...card,
      customer_name: customer?.name ?? null,
      last_stamp_at: null,
    })),
    feed: rows.map(({ card, token_hash }) => cardChange({ ...card, token_hash }, NO_HISTORY, now)),
  }
}

export interface CardPatch {
  readonly status?: Card['status'] | undefined
  readonly customer_id?: Id | null | undefined
}

/** Blocks or unblocks; gives to a customer. A card that is blocked keeps what is on it. */
export function updateCard(by: ChangeBy, id: Id, patch: CardPatch): Promise<Card> {
  const { merchant_id } = by.caller
  return change(by, actionOf(patch), ['cards', 'customers'], async (trx) => {
    const before = await requireCard(trx, merchant_id, id)
    const { status = before.status, customer_id = before.customer_id } = patch
    if (customer_id !== null) await requireCustomer(trx, merchant_id, customer_id)
    await trx
      .updateTable('card')
      .set({ status, customer_id })
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .execute()
    return {
      answer: await requireCard(trx, merchant_id, id),
      subject_id: id,
      detail: { number_end: before.number.slice(-4) },
      feed: status === before.status ? [] : await loadCardChanges(trx, merchant_id, [id], by.now),
    }
  })
}

function actionOf({ status }: CardPatch): AuditAction {
  if (status === undefined) return 'card.customer'
  return status === 'blocked' ? 'card.block' : 'card.unblock'
}
