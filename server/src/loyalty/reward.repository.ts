import type { Id } from '@counterfoil/domain'
import type { Reward } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import type { FeedChange } from '../sync/feed'
import { programChange, requireActiveProgram, requireProgram } from './program.query'
import {
  insertReward,
  type NewReward,
  requireReward,
  type RewardFields,
  setReward,
} from './reward.table'

/** @throws ProblemError `NOT_FOUND`; `VALIDATION` for a program that has ended */
export function createReward(by: ChangeBy, body: Omit<NewReward, 'id'>): Promise<Reward> {
  const { merchant_id } = by.caller
  const id = by.deps.newId()
  return change(by, 'reward.create', ['programs'], async (trx) => {
    await requireActiveProgram(trx, merchant_id, body.program_id)
    const feed = await insertReward(trx, merchant_id, { ...body, id }, by.now)
    const answer = await requireReward(trx, merchant_id, id)
    return { answer, subject_id: id, detail: { ...body }, feed }
  })
}

export function updateReward(by: ChangeBy, id: Id, fields: RewardFields): Promise<Reward> {
  const { merchant_id } = by.caller
  return change(by, 'reward.update', ['programs'], async (trx) => {
    const feed = await setReward(trx, merchant_id, id, fields)
    const answer = await requireReward(trx, merchant_id, id)
    const { name, cost, active, program_id } = answer
    const renamed = program_id === id ? await renameProgram(trx, merchant_id, answer) : []
    const detail = { name, cost, active, program_id }
    return { answer, subject_id: id, detail, feed: [...feed, ...renamed] }
  })
}

/** The reward of a full card is also named on its program. */
async function renameProgram(
  trx: Transaction<Database>,
  merchantId: Id,
  { program_id, name }: Reward,
): Promise<FeedChange[]> {
  await trx
    .updateTable('program')
    .set({ reward: name })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', program_id)
    .execute()
  return [programChange(await requireProgram(trx, merchantId, program_id))]
}
