import { formatInstant, type Id, type Instant } from '@counterfoil/domain'
import type { Performance } from '@counterfoil/protocol'
import { type ChangeBy, change } from '../merchants/change'
import { settleLeases } from './lease.repository'
import { toldOf } from './performance-change'
import { requirePerformance } from './performance.query'

export interface PerformanceRules {
  readonly title: string
  readonly starts_at: Instant
  readonly opens_at: Instant | null
  readonly capacity: number
  readonly reentry: boolean
  readonly pin_required: boolean
}

export function createPerformance(by: ChangeBy, body: PerformanceRules): Promise<Performance> {
  const { merchant_id } = by.caller
  const id = by.deps.newId()
  return change(by, 'performance.create', ['door'], async (trx) => {
    const created_at = formatInstant(by.now)
    await trx
      .insertInto('performance')
      .values({ ...body, id, merchant_id, created_at })
      .execute()
    const answer = await requirePerformance(trx, merchant_id, id)
    const feed = [await toldOf(trx, merchant_id, id)]
    return { answer, subject_id: id, detail: { ...body }, feed }
  })
}

type All = PerformanceRules & { readonly active: boolean }
type PerformancePatch = { readonly [K in keyof All]?: All[K] | undefined }

/** Verdicts that were given stand: a smaller capacity lets nobody in until enough have left. */
export function updatePerformance(
  by: ChangeBy,
  id: Id,
  patch: PerformancePatch,
): Promise<Performance> {
  const { merchant_id } = by.caller
  return change(by, 'performance.update', ['door'], async (trx) => {
    // Nothing given would be an update of nothing, which SQL does not know.
    const { active } = await requirePerformance(trx, merchant_id, id)
    await trx
      .updateTable('performance')
      .set({ active, ...given(patch) })
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .execute()
    await settleLeases(trx, merchant_id, id)
    const answer = await requirePerformance(trx, merchant_id, id)
    const detail = { title: answer.title, ...given(patch) }
    return { answer, subject_id: id, detail, feed: [await toldOf(trx, merchant_id, id)] }
  })
}

function given(patch: PerformancePatch): PerformancePatch {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
