import { formatInstant, type VerdictDetail } from '@counterfoil/domain'
import type { WireVerdict } from '@counterfoil/protocol'
import type { BatchOp } from './batch'
import type { KnownOp } from './facts'

/**
 * The verdict as it is sent. The same op again gets the same bytes: the database keeps `detail` with
 * its keys in an order of its own, so keys are sorted here, whether it was made now or read.
 */
export function wireVerdict(
  { id, seq }: Pick<BatchOp, 'id' | 'seq'>,
  { status, code, flags, detail, occurred_at }: KnownOp,
): WireVerdict {
  return {
    id,
    seq,
    status,
    code,
    flags: [...flags],
    detail: sorted(detail),
    occurred_at: formatInstant(occurred_at),
  }
}

function sorted(detail: VerdictDetail): VerdictDetail {
  const fields = byKey(detail).map(([key, value]) => {
    const nested = typeof value === 'object' && value !== null
    return [key, nested ? Object.fromEntries(byKey(value)) : value] as const
  })
  return Object.fromEntries(fields)
}

function byKey<Value>(fields: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
}
