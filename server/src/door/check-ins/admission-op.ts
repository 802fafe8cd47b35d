import { type EpochMs, formatInstant, type Op } from '@counterfoil/domain'
import type { CheckIn } from '@counterfoil/protocol'
import type { StoreCaller } from '../../http/caller'
import type { Sender } from '../../sync/ingest/batch'
import type { ClaimedOp } from './claim-key'

/** A check-in is an admission like a tablet's; who sent it was told nothing yet. */
export function admissionOp({ sign_on, ...data }: CheckIn, { op_id, at }: ClaimedOp): Op {
  return {
    id: op_id,
    kind: 'ticket.admit',
    at: formatInstant(at),
    offset_ms: 0,
    ...(sign_on === undefined ? {} : { sign_on }),
    shown: { status: 'pending', code: null },
    data,
  }
}

/** As ingest knows the caller. */
export function onlineSender(caller: StoreCaller, ip: string): Sender {
  if (caller.type === 'device') return { ...caller, ip, unnumbered: true }
  const { merchant_id, account_id, store } = caller
  return { type: 'user', merchant_id, account_id, store }
}

export function envelopeOf(op: Op, now: EpochMs) {
  return { sent_at: formatInstant(now), ops: [op] }
}
