import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Program } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import { programChange, requireProgram } from './program.query'

export interface ProgramRules {
  readonly name: string
  readonly stamps_required: number
  readonly reward: string
  readonly cooldown_minutes: number
  readonly daily_limit: number
  readonly pin_required: boolean
}

export interface NewProgram extends ProgramRules {
  readonly kind: 'stamps' | 'points'
}

/** Part of a change that holds the lane. */
export async function insertProgram(
  trx: Transaction<Database>,
  merchantId: Id,
  program: NewProgram & { readonly id: Id },
  now: EpochMs,
): Promise<void> {
  await trx
    .insertInto('program')
    .values({ ...program, merchant_id: merchantId, created_at: formatInstant(now) })
    .execute()
}

export function createProgram(by: ChangeBy, body: NewProgram): Promise<Program> {
  const { merchant_id } = by.caller
  const id = by.deps.newId()
  return change(by, 'program.create', ['programs'], async (trx) => {
    await insertProgram(trx, merchant_id, { ...body, id }, by.now)
    const answer = await requireProgram(trx, merchant_id, id)
    return { answer, subject_id: id, detail: { ...body }, feed: [programChange(answer)] }
  })
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
    return { answer, subject_id: id, detail, feed: [programChange(answer)] }
  })
}

function given(patch: ProgramPatch): ProgramPatch {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
