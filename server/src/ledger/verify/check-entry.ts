import {
  type EntryFact,
  type Figure,
  instantMs,
  type LedgerDifference,
  movesOf,
  valueDiffers,
} from '@counterfoil/domain'
import type { EntryRow } from './entry-rows'

/** Columns beside `body` that repeat a part of it, for indexes and joins. */
const COPIES = [
  'id',
  'op_id',
  'review_id',
  'kind',
  'status',
  'store_id',
  'device_id',
  'staff_id',
  'card_id',
  'performance_id',
] as const
const TIMES = ['occurred_at', 'recorded_at'] as const

/** The code of an entry that has no operation row: the id belongs to another operation. */
export const ID_REUSED = 'OP_ID_REUSED'

/** Whether all that stands around an entry says what its content says. */
export function checkEntry(row: EntryRow): LedgerDifference | undefined {
  return checkColumns(row) ?? checkOperation(row) ?? checkKind(row)
}

function checkColumns(row: EntryRow): LedgerDifference | undefined {
  const { n, body } = row
  const place = { n, table: 'ledger_entry', row: String(n) }
  for (const field of COPIES) {
    const difference = valueDiffers({ ...place, field }, figure(body[field]), row[field])
    if (difference !== undefined) return difference
  }
  for (const field of TIMES) {
    const at = body[field]
    const said = typeof at === 'string' ? instantMs(at) : null
    const difference = valueDiffers({ ...place, field }, said, row[field])
    if (difference !== undefined) return difference
  }
  return undefined
}

/** The verdict in the operation's own row is the one in the ledger. */
function checkOperation(row: EntryRow): LedgerDifference | undefined {
  const { n, op_id, body, operation } = row
  if (op_id === null || body['code'] === ID_REUSED) return undefined
  const place = { n, table: 'operation', row: op_id }
  if (operation === null) {
    return { fault: 'row_missing', ...place, field: null, expected: null, found: null }
  }
  for (const field of ['kind', 'status', 'code', 'staff_id', 'card_id'] as const) {
    const difference = valueDiffers({ ...place, field }, figure(body[field]), operation[field])
    if (difference !== undefined) return difference
  }
  return (
    valueDiffers({ ...place, field: 'occurred_at' }, row.occurred_at, operation.occurred_ms) ??
    valueDiffers({ ...place, field: 'flags' }, text(body['flags']), text(operation.flags))
  )
}

function checkKind(row: EntryRow): LedgerDifference | undefined {
  if (movesOf(factOf(row)) !== undefined) return undefined
  const place = { n: row.n, table: 'ledger_entry', row: String(row.n), field: 'kind' }
  return { fault: 'kind_unknown', ...place, expected: null, found: row.kind }
}

/** What the figures are rebuilt from; the columns are known to repeat the content by then. */
export function factOf({ n, body, status, occurred_at, kind }: FactRow): EntryFact {
  return {
    n,
    kind,
    status,
    occurred_at,
    op_id: idOf(body['op_id']),
    card_id: idOf(body['card_id']),
    target_op_id: idOf(body['target_op_id']),
    stamps: Number(body['stamps'] ?? 0),
    points: Number(body['points'] ?? 0),
  }
}

export type FactRow = Pick<EntryRow, 'n' | 'body' | 'status' | 'occurred_at' | 'kind'>

function idOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function figure(value: unknown): Figure {
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

function text(value: unknown): string {
  return JSON.stringify(value)
}
