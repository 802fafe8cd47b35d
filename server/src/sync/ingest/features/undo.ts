import type { EpochMs, Id, OpKind, VerdictStatus } from '@counterfoil/domain'
import { sql } from 'kysely'
import type { Batch } from '../batch'
import { type Feature, type Keepers, NOTHING_ASKED } from '../feature'
import { ms } from '../sql-parts'

/** An operation that is to be undone, as it is stored. What it moved is its own feature's to say. */
interface TargetFacts {
  readonly op_id: Id
  readonly kind: OpKind
  readonly store_id: Id
  readonly status: VerdictStatus
  readonly occurred_at: EpochMs
  readonly sign_on: Id | null
}

export interface UndoFacts {
  readonly targets?: readonly TargetFacts[] | null
}

/** Operations that a batch undoes. */
export function targetsOf({ ops }: Batch): Id[] {
  return [...new Set(ops.flatMap(({ op }) => (op?.kind === 'op.void' ? [op.data.op_id] : [])))]
}

/** Comes first: the others say what of the table `target` is theirs. */
export const undo: Feature<UndoFacts, never> = {
  ask: (batch, { merchant }) => {
    const targets = targetsOf(batch)
    if (targets.length === 0) return NOTHING_ASKED
    const table = sql`target as (
      select id, kind, store_id, status, occurred_at, sign_on, card_id, performance_id,
             ticket_id from operation
       where merchant_id = ${merchant} and id = any(${targets}::uuid[]))`
    const column = sql`(select json_agg(json_build_object('op_id', id, 'kind', kind,
        'store_id', store_id, 'status', status, 'occurred_at', ${ms('occurred_at')},
        'sign_on', sign_on)) from target) as targets`
    return { tables: [table], columns: [column] }
  },
  load: ({ targets }, world) => {
    for (const target of targets ?? []) {
      world.targets.set(target.op_id, { ...target, voided: false, moved: null })
    }
  },
  gather: () => ({
    takers: {},
    subject: ({ op }) => {
      if (op?.kind !== 'op.void') return {}
      const { op_id, reason } = op.data
      return { target_op_id: op_id, note: reason === '' ? null : reason }
    },
    write: () => ({ parts: [], changes: [], topics: [] }),
  }),
}

export const keepUndo: Keepers<'op.void'> = { 'op.void': (data) => ({ data }) }
