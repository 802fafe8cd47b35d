import { sql } from 'kysely'
import { list } from '../../db/list'
import { storable } from './clock'
import type { Consequences, NewOperation } from './consequences'
import { json, type Part, type Rows } from './sql-parts'

/** Columns of `operation` that differ from row to row, in the order of {@link operationLists}. */
export const OPERATION_COLUMNS = sql.raw(`id, content_hash, seq, kind, at, offset_ms, sign_on,
  staff_id, card_id, performance_id, ticket_id, occurred_at, status, code, flags`)

/** Side by side, for `unnest`; each with its `jsonb` beside it. */
export function operationLists(operations: readonly NewOperation[]): Part {
  return sql.join([
    list(
      'uuid',
      operations.map(({ op }) => op.id),
    ),
    list(
      'text',
      operations.map(({ op }) => op.content_hash),
    ),
    list(
      'bigint',
      operations.map(({ op }) => op.seq),
    ),
    list(
      'text',
      operations.map(({ op }) => op.kind),
    ),
    list(
      'text',
      operations.map(({ op }) => op.at),
    ),
    list(
      'bigint',
      operations.map(({ op }) => op.offset_ms),
    ),
    list(
      'uuid',
      operations.map(({ op }) => op.op?.sign_on ?? null),
    ),
    list(
      'uuid',
      operations.map(({ subject }) => subject.staff_id),
    ),
    list(
      'uuid',
      operations.map(({ subject }) => subject.card_id),
    ),
    list(
      'uuid',
      operations.map(({ subject }) => subject.performance_id ?? null),
    ),
    list(
      'uuid',
      operations.map(({ subject }) => subject.ticket_id ?? null),
    ),
    list(
      'timestamptz',
      operations.map(({ occurred_at }) => storable(occurred_at)),
    ),
    list(
      'text',
      operations.map(({ judgement }) => judgement.verdict.status),
    ),
    list(
      'text',
      operations.map(({ judgement }) => judgement.verdict.code),
    ),
    list(
      'text',
      operations.map(({ flags }) => `{${flags.join(',')}}`),
    ),
  ])
}

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
