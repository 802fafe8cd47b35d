import { storable } from './clock'
import type { Consequences, NewOperation } from './consequences'
import type { Rows } from './sql-parts'

export function operationRow({ op, judgement, subject, ...ruling }: NewOperation): Rows[number] {
  const { id, content_hash, seq, kind, at, offset_ms, shown, data } = op
  const { status, code, detail } = judgement.verdict
  const { staff_id, card_id, performance_id, ticket_id } = subject
  return {
    id,
    content_hash,
    seq,
    kind,
    at,
    offset_ms,
    sign_on: op.op?.sign_on ?? null,
    shown,
    data,
    staff_id,
    card_id,
    performance_id: performance_id ?? null,
    ticket_id: ticket_id ?? null,
    occurred_at: storable(ruling.occurred_at),
    status,
    code,
    flags: ruling.flags,
    detail,
  }
}

export function conflictRow({ op, occurred_at }: Consequences['conflicts'][number]): Rows[number] {
  const { id, content_hash, seq, data } = op
  return { op_id: id, content_hash, seq, data, occurred_at: storable(occurred_at) }
}
