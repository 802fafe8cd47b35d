import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Program } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import type { FeedChange } from '../sync/feed'
import { programChange, requireProgram } from './program.query'
import { insertReward, setReward } from './reward.table'

export interface ProgramRules {
  readonly name: string
  readonly stamps_required: number
  readonly reward: string
  readonly cooldown_minutes: number
  readonly daily_limit: number
  readonly pin_required: boolean
  readonly points_per_unit: number
  readonly min_amount_minor: number
  readonly max_points_per_op: number
  readonly currency: string
}

/** A point for each whole unit of money: what a program has until somebody says otherwise. */
export const USUAL_POINTS = {
  points_per_unit: 1,
  min_amount_minor: 0,
  max_points_per_op: 10_000,
} as const

export interface NewProgram extends ProgramRules {
  readonly kind: 'stamps' | 'points'
}

/**
 * Part of a change that holds the lane. A full card of stamps earns what the program says: that is
 * a reward under the program's own id.
 * @returns what is to be published
 */
export async function insertProgram(
  trx: Transaction<Database>,
  merchantId: Id,
  program: NewProgram & { readonly id: Id },
  now: EpochMs,
): Promise<FeedChange[]> {
  const { id, kind, reward } = program
  await trx
    .insertInto('program')
    .values({ ...program, merchant_id: merchantId, created_at: formatInstant(now) })
    .execute()
  const changes = [programChange(await requireProgram(trx, merchantId, id))]
  if (kind === 'points') return changes
  const own = { id, program_id: id, name: reward, cost: 1 }
  return [...changes, ...(await insertReward(trx, merchantId, own, now))]
}

export function createProgram(
  by: ChangeBy,
  body: Omit<NewProgram, 'currency'> & { readonly currency?: string | undefined },
): Promise<Program> {
  const { merchant_id } = by.caller
  const id = by.deps.newId()
  return change(by, 'program.create', ['programs'], async (trx) => {
    const { currency = await currencyOf(trx, merchant_id) } = body
    const program = { ...body, currency }
    const feed = await insertProgram(trx, merchant_id, { ...program, id }, by.now)
    const answer = await requireProgram(trx, merchant_id, id)
    return { answer, subject_id: id, detail: program, feed }
  })
}

async function currencyOf(trx: Transaction<Database>, merchantId: Id): Promise<string> {
  const { currency } = await trx
    .selectFrom('merchant')
    .select('currency')
    .where('merchant_id', '=', merchantId)
    .executeTakeFirstOrThrow()
  return currency
}

export type ProgramPatch = {
  readonly [K in keyof ProgramRules | 'active']?:
    | (ProgramRules & { readonly active: boolean })[K]
    | undefined
}

export function updateProgram(by: ChangeBy, id: Id, patch: ProgramPatch): Promise<Program> {
  const { merchant_id } = by.caller
  return change(by, 'program.update', ['programs'], async (trx) => {
    // Nothing given would be an update of nothing, which SQL does not know.
    const { active } = await requireProgram(trx, merchant_id, id)
    await trx
      .updateTable('program')
      .set({ active, ...given(patch) })
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .execute()
    const answer = await requireProgram(trx, merchant_id, id)
    const detail = { name: answer.name, ...given(patch) }
    const renamed = patch.reward === undefined ? [] : await renameOwn(trx, merchant_id, answer)
    return { answer, subject_id: id, detail, feed: [programChange(answer), ...renamed] }
  })
}

/** The reward of a full card goes by the name that the program gives it. */
function renameOwn(
  trx: Transaction<Database>,
  merchantId: Id,
  { id, kind, reward: name }: Program,
): Promise<FeedChange[]> | FeedChange[] {
  return kind === 'stamps' ? setReward(trx, merchantId, id, { name }) : []
}

function given(patch: ProgramPatch): ProgramPatch {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
