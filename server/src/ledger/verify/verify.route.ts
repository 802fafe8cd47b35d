import { type ChainPoint, differenceText, formatInstant, type Id } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { forMerchant } from '../../db/wall/merchant-scope'
import type { Deps } from '../../deps'
import type { Call } from '../../http/call'
import type { Router } from '../../http/env'
import { mount } from '../../http/mount'
import { slowJson } from '../../http/slow-json'
import { createLaneQueue } from '../../sync/lane-queue'
import { recordAudit } from '../audit'
import { VERIFY_ACTION } from './earlier-points'
import { verifyLedger, type Verification } from './verify-ledger'

/** Verifications that one node makes at a time; each holds a connection. */
const AT_ONCE = 2

/** Answers as a stream: a ledger of years takes minutes. */
const VERIFY = { ...ENDPOINTS.verifyLedger, stream: true } as const

export function mountVerify(router: Router, deps: Deps): void {
  const look = createLook(deps)
  mount(router, deps, VERIFY, ({ c, ...call }) => slowJson(c, lookAndNote(look, call)))
}

type Look = (merchantId: Id) => Promise<Verification>

async function lookAndNote(
  look: Look,
  { deps, caller, now, ip }: Pick<Call<typeof VERIFY>, 'deps' | 'caller' | 'now' | 'ip'>,
) {
  const { merchant_id, account_id } = caller
  const { end, difference = null } = await look(merchant_id)
  await deps.db.transaction().execute((trx) =>
    recordAudit(trx, {
      id: deps.newId(),
      merchant_id,
      at: now,
      account_id,
      action: VERIFY_ACTION,
      subject_id: null,
      detail: { ...end, difference: difference && differenceText(difference) },
      ip,
    }),
  )
  deps.bus.notify(merchant_id, ['audit'])
  const verified_at = formatInstant(deps.now())
  return { verification: { ...pointOf(end), verified_at, difference } }
}

const pointOf = ({ n, hash }: ChainPoint): ChainPoint => ({ n, hash })

/** Whoever asks while a merchant's ledger is being looked at gets that look's answer. */
function createLook({ db }: Deps): Look {
  const queue = createLaneQueue(AT_ONCE)
  const running = new Map<Id, Promise<Verification>>()
  return (merchantId) => {
    const known = running.get(merchantId)
    if (known !== undefined) return known
    const look = queue
      .run('verify', () => verifyLedger(forMerchant(db, merchantId), merchantId))
      .finally(() => running.delete(merchantId))
    running.set(merchantId, look)
    return look
  }
}
