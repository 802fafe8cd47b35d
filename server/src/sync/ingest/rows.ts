import type { ListColumn } from '../../db/list'
import { storable } from './clock'
import type { Consequences, NewOperation } from './consequences'
import { json, type Part, type Rows } from './sql-parts'

/** Columns of `operation` that differ from row to row; each has its `jsonb` beside it. */
export const OPERATION_COLUMNS: readonly ListColumn<NewOperation>[] = [
  ['id', 'uuid', ({ op }) => op.id],
  ['content_hash', 'text', ({ op }) => op.content_hash],
  ['seq', 'bigint', ({ op }) => op.seq],
  ['kind', 'text', ({ op }) => op.kind],
  ['at', 'text', ({ op }) => op.at],
  ['offset_ms', 'bigint', ({ op }) => op.offset_ms],
  ['sign_on', 'uuid', ({ op }) => op.op?.sign_on ?? null],
  ['staff_id', 'uuid', ({ subject }) => subject.staff_id],
  ['card_id', 'uuid', ({ subject }) => subject.card_id],
  ['performance_id', 'uuid', ({ subject }) => subject.performance_id ?? null],
  ['ticket_id', 'uuid', ({ subject }) => subject.ticket_id ?? null],
  ['occurred_at', 'timestamptz', ({ occurred_at }) => storable(occurred_at)],
  ['status', 'text', ({ judgement }) => judgement.verdict.status],
  ['code', 'text', ({ judgement }) => judgement.verdict.code],
  ['flags', 'text', ({ flags }) => `{${flags.join(',')}}`],
]

/** What of the operations is `jsonb`: `shown`, `data` and `detail` of each. */
export function operationDocuments(operations: readonly NewOperation[]): Part {
  return json(
    operations.map(({ op: { shown, data }, judgement }) => ({
      shown,
      data,
      detail: judgement.verdict.detail,
    })),
  )
}

export function conflictRow({ op, occurred_at }: Consequences['conflicts'][number]): Rows[number] {
  const { id, content_hash, seq, data } = op
  return { op_id: id, content_hash, seq, data, occurred_at: storable(occurred_at) }
}
