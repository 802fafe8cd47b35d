import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Reward } from '@counterfoil/protocol'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database } from '../db/schema'
import type { RewardTable } from '../db/schema/reward'
import { ProblemError } from '../problem-error'
import type { FeedChange } from '../sync/feed'

export interface NewReward {
  readonly id: Id
  readonly program_id: Id
  readonly name: string
  readonly cost: number
}

export interface RewardFields {
  readonly name?: string | undefined
  readonly cost?: number | undefined
  readonly active?: boolean | undefined
}

/** Part of a change that holds the lane. @returns what is to be published */
export async function insertReward(
  trx: Transaction<Database>,
  merchantId: Id,
  reward: NewReward,
  now: EpochMs,
): Promise<FeedChange[]> {
  await trx
    .insertInto('reward')
    .values({ ...reward, merchant_id: merchantId, created_at: formatInstant(now) })
    .execute()
  return [rewardChange(await requireReward(trx, merchantId, reward.id))]
}

/**
 * Part of a change that holds the lane.
 * @returns what is to be published
 * @throws ProblemError `NOT_FOUND`
 */
export async function setReward(
  trx: Transaction<Database>,
  merchantId: Id,
  id: Id,
  { name, cost, active }: RewardFields,
): Promise<FeedChange[]> {
  const before = await requireReward(trx, merchantId, id)
  await trx
    .updateTable('reward')
    .set({
      name: name ?? before.name,
      cost: cost ?? before.cost,
      active: active ?? before.active,
    })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .execute()
  return [rewardChange(await requireReward(trx, merchantId, id))]
}

/** Newest first. */
export async function listRewards(
  db: Kysely<Database>,
  merchantId: Id,
  page: {
    readonly program_id: Id | undefined
    readonly before: Id | undefined
    readonly limit: number
  },
): Promise<Reward[]> {
  const { program_id, before, limit } = page
  const rows = await select(db, merchantId)
    .$if(program_id !== undefined, (query) => query.where('program_id', '=', program_id ?? ''))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(rewardOf)
}

/** @throws ProblemError `NOT_FOUND` */
export async function requireReward(db: Kysely<Database>, merchantId: Id, id: Id): Promise<Reward> {
  const row = await select(db, merchantId).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such reward.')
  return rewardOf(row)
}

function rewardChange({ id, program_id, name, active, cost }: Reward): FeedChange {
  return { entity: 'reward', id, data: { id, program_id, name, active, cost } }
}

function select(db: Kysely<Database>, merchantId: Id) {
  return db.selectFrom('reward').selectAll().where('merchant_id', '=', merchantId)
}

function rewardOf(row: Selectable<RewardTable>): Reward {
  const { id, program_id, name, active, cost, created_at } = row
  return { id, program_id, name, active, cost, created_at: formatInstant(created_at) }
}
