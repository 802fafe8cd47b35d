import { ENDPOINTS } from '@counterfoil/protocol'
import type { Context } from 'hono'
import type { Deps } from '../../deps'
import type { StoreCaller } from '../../http/caller'
import { requireIdempotencyKey } from '../../http/answer-once'
import type { Router } from '../../http/env'
import { mount } from '../../http/mount'
import { canonicalText } from '../../sync/ingest/canonical-text'
import { createForesee } from '../../sync/ingest/foresee'
import type { Ingest } from '../../sync/ingest/ingest'
import { sha256Hex } from '../../sync/ledger-chain'
import { admissionOp, envelopeOf, onlineSender } from './admission-op'
import { claimKey, type KeyClaim } from './claim-key'
import { previewOf } from './preview'

/** The door for clients that are always online: the same rules and the same ledger as tablets’. */
export function mountCheckIns(router: Router, deps: Deps, ingest: Ingest): void {
  const foresee = createForesee()
  mount(router, deps, ENDPOINTS.previewCheckIn, async ({ deps, caller, body, ip, now }) => {
    const op = admissionOp(body, { op_id: deps.newId(), at: now })
    return previewOf(await foresee(deps, onlineSender(caller, ip), envelopeOf(op, now), now))
  })
  mount(router, deps, ENDPOINTS.confirmCheckIn, async ({ deps, caller, body, ip, now, c }) => {
    const op = admissionOp(body, await claimKey(deps, claimOf(c, caller, body), now))
    const { verdicts } = await ingest(onlineSender(caller, ip), envelopeOf(op, now), now)
    const [verdict] = verdicts
    if (verdict === undefined) throw new Error('one operation has one verdict')
    return { verdict }
  })
}

/** The store belongs to the request: at another one it is another check-in. */
function claimOf(c: Context, caller: StoreCaller, body: object): KeyClaim {
  return {
    merchant_id: caller.merchant_id,
    caller_id: caller.type === 'device' ? caller.device_id : caller.account_id,
    key: requireIdempotencyKey(c),
    request_hash: sha256Hex(canonicalText([caller.store.id, body])),
  }
}
