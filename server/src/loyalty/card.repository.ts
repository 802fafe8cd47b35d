import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Card } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import { ProblemError } from '../problem-error'
import { hashToken, makeToken } from '../qr/token'
import { cardChange, loadCardChanges } from '../sync/card-change'
import type { FeedChange } from '../sync/feed'
import { freeNumbers } from './card-number'
import { requireCard } from './card.query'
import { requireActiveProgram } from './program.query'

export interface IssuedCard {
  readonly card: Card
  /** What the card's QR holds; never to be had again. */
  readonly token: string
}

/** @throws ProblemError `NOT_FOUND`, `VALIDATION` for a program that has ended */
export function issueCards(
  by: ChangeBy,
  { program_id, count }: { readonly program_id: Id; readonly count: number },
): Promise<IssuedCard[]> {
  const { deps, caller, now } = by
  const tokens = Array.from({ length: count }, makeToken)
  const fresh = tokens.map((token) => ({ id: deps.newId(), token_hash: hashToken(token) }))
  return change(by, 'card.create', ['cards', 'programs'], async (trx) => {
    const { name } = await requireActiveProgram(trx, caller.merchant_id, program_id)
    const { cards, feed } = await insertCards(trx, caller.merchant_id, program_id, fresh, now)
    return {
      answer: cards.map((card, index) => ({ card, token: tokens[index] ?? '' })),
      subject_id: count === 1 ? (cards[0]?.id ?? null) : null,
      detail: { program: name, program_id, count },
      feed,
    }
  })
}

/** Part of a change that holds the lane; its feed is to be published. In the order given. */
export async function insertCards(
  trx: Transaction<Database>,
  merchantId: Id,
  programId: Id,
  fresh: readonly { readonly id: Id; readonly token_hash: string }[],
  now: EpochMs,
): Promise<{ readonly cards: Card[]; readonly feed: FeedChange[] }> {
  const numbers = await freeNumbers(trx, merchantId, fresh.length)
  const created_at = formatInstant(now)
  const rows = fresh.map(({ id, token_hash }, index) => ({
    card: {
      id,
      program_id: programId,
      number: numbers[index] ?? '',
      status: 'active' as const,
      stamps: 0,
      customer_id: null,
      created_at,
    },
    token_hash,
  }))
  await trx
    .insertInto('card')
    .values(rows.map(({ card, token_hash }) => ({ ...card, token_hash, merchant_id: merchantId })))
    .execute()
  return {
    cards: rows.map(({ card }) => ({ ...card, last_stamp_at: null })),
    feed: rows.map(({ card, token_hash }) => cardChange({ ...card, token_hash }, [], now)),
  }
}

/** Blocks or unblocks; a card that is blocked keeps its stamps. */
export function setCardStatus(by: ChangeBy, id: Id, status: Card['status']): Promise<Card> {
  const { merchant_id } = by.caller
  const action = status === 'blocked' ? 'card.block' : 'card.unblock'
  return change(by, action, ['cards'], async (trx) => {
    const before = await requireCard(trx, merchant_id, id)
    await trx
      .updateTable('card')
      .set({ status })
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .execute()
    return {
      answer: { ...before, status },
      subject_id: id,
      detail: { number_end: before.number.slice(-4) },
      feed: await loadCardChanges(trx, merchant_id, [id], by.now),
    }
  })
}

/** There is nothing yet that a customer's id could name. @throws ProblemError `NOT_FOUND` */
export function refuseCustomer(customerId: Id | undefined): void {
  if (customerId === undefined) return
  throw new ProblemError('NOT_FOUND', 'There is no such customer.')
}
