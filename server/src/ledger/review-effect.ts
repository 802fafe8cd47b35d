import {
  checkBalance,
  checkPrice,
  earnedOn,
  type EpochMs,
  formatInstant,
  type Id,
  type Price,
  priceOf,
  type Verdict,
} from '@counterfoil/domain'
import { sql, type Transaction } from 'kysely'
import type { JsonObject } from '../db/columns'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'
import { loadCardChanges } from '../sync/card-change'
import { publish } from '../sync/feed'

/** What a decision about an operation on a card needs to know of it. */
export interface CardSubject {
  readonly op_id: Id
  readonly kind: string
  readonly data: JsonObject
  readonly occurred_at: EpochMs
  readonly card_id: Id | null
}

/** What a decision moves on a card. */
export interface Moved {
  readonly points: number
  readonly stamps: number
}

const NOTHING: Moved = { points: 0, stamps: 0 }

type Trx = Transaction<Database>

/**
 * What accepting an operation after all would bring about now, by today's rules and balance.
 * @throws ProblemError CONFLICT when it cannot be: the balance does not reach, or the card's program
 *   knows no such operation (any more)
 */
export async function acceptedNow(trx: Trx, merchantId: Id, subject: CardSubject): Promise<Moved> {
  const { kind, data, card_id } = subject
  if (card_id === null) return NOTHING
  const { program, held } = await readCard(trx, merchantId, card_id)
  switch (kind) {
    case 'loyalty.stamp':
      if (program.kind !== 'stamps') throw notOfProgram()
      return { points: 0, stamps: typeof data['count'] === 'number' ? data['count'] : 1 }
    case 'loyalty.earn': {
      const { amount_minor: amount, currency } = data
      if (program.kind !== 'points' || currency !== program.currency) throw notOfProgram()
      return { points: earnedOn(held.points, program, Number(amount)), stamps: 0 }
    }
    case 'loyalty.redeem': {
      const reward = await trx
        .selectFrom('reward')
        .select(['program_id', 'cost'])
        .where('merchant_id', '=', merchantId)
        .where('id', '=', String(data['reward_id']))
        .executeTakeFirst()
      if (reward?.program_id !== program.id) throw notOfProgram()
      const price = priceOf(program, reward)
      refuse(checkPrice(held, price))
      return { points: 0 - price.points, stamps: 0 - price.stamps }
    }
    default:
      return NOTHING
  }
}

/**
 * What voiding an operation takes back.
 * @throws ProblemError CONFLICT when what it gave has been redeemed since
 */
export async function voidedNow(trx: Trx, merchantId: Id, subject: CardSubject): Promise<Moved> {
  const { card_id, op_id } = subject
  if (card_id === null) return NOTHING
  const { held } = await readCard(trx, merchantId, card_id)
  const { rows } = await sql<Moved>`
    select 0 as points, count as stamps from card_stamp
     where merchant_id = ${merchantId} and card_id = ${card_id} and op_id = ${op_id}
    union all
    select points, stamps from card_movement
     where merchant_id = ${merchantId} and card_id = ${card_id} and op_id = ${op_id}`.execute(trx)
  const { points, stamps } = rows[0] ?? NOTHING
  refuse(checkBalance(held.points, points) ?? checkBalance(held.stamps, stamps))
  return { points: 0 - points, stamps: 0 - stamps }
}

/**
 * Moves the card's figures and tells tablets. Voided, a purchase that earned nothing moves none, but
 * no longer counts.
 */
export async function moveCard(
  trx: Trx,
  merchantId: Id,
  { card_id, op_id, kind, occurred_at }: CardSubject,
  { points, stamps }: Moved,
  { voided, at }: { readonly voided: boolean; readonly at: EpochMs },
): Promise<void> {
  if (card_id === null || (!voided && points === 0 && stamps === 0)) return
  const row = { merchant_id: merchantId, card_id, op_id, occurred_at: formatInstant(occurred_at) }
  const insert =
    kind === 'loyalty.stamp'
      ? trx.insertInto('card_stamp').values({ ...row, count: stamps })
      : trx.insertInto('card_movement').values({ ...row, points, stamps })
  await insert
    .onConflict((on) => on.columns(['merchant_id', 'card_id', 'op_id']).doUpdateSet({ voided }))
    .execute()
  await sql`
    update card
       set stamps = stamps + ${stamps}, points = points + ${points},
           last_stamp_at = (select max(occurred_at) from card_stamp
                             where merchant_id = ${merchantId} and card_id = ${card_id}
                               and not voided)
     where merchant_id = ${merchantId} and id = ${card_id}`.execute(trx)
  await publish(trx, merchantId, await loadCardChanges(trx, merchantId, [card_id], at))
}

async function readCard(trx: Trx, merchantId: Id, cardId: Id) {
  const { stamps, points, ...program } = await trx
    .selectFrom('card')
    .innerJoin('program', (join) =>
      join
        .onRef('program.merchant_id', '=', 'card.merchant_id')
        .onRef('program.id', '=', 'card.program_id'),
    )
    .select(['card.stamps', 'card.points', 'program.id', 'program.kind', 'program.currency'])
    .select(['program.stamps_required', 'program.points_per_unit', 'program.min_amount_minor'])
    .select('program.max_points_per_op')
    .where('card.merchant_id', '=', merchantId)
    .where('card.id', '=', cardId)
    .executeTakeFirstOrThrow()
  const held: Price = { points, stamps }
  return { program, held }
}

function refuse(verdict: Verdict | undefined): void {
  if (verdict === undefined) return
  const { balance, needed } = verdict.detail
  throw new ProblemError(
    'CONFLICT',
    `The card holds ${Number(balance)}, and ${Number(needed)} would be needed.`,
  )
}

function notOfProgram(): ProblemError {
  return new ProblemError('CONFLICT', 'The card’s program has no such thing.')
}
