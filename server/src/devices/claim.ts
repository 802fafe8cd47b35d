import { type EpochMs, formatInstant } from '@counterfoil/domain'
import { type ClaimAnswer, LIMITS } from '@counterfoil/protocol'
import type { Deps } from '../deps'
import { recordAudit } from '../ledger/audit'
import { currentSealingKey } from '../merchants/sealing-key'
import { ProblemError } from '../problem-error'
import { bindKey, type ClaimedBy, findClaimed, noteRefusedClaim } from './claim.repository'
import { pairingExpired, requireCurrent } from './device-access'
import type { ProvenToken } from './possession'

/**
 * Binds a pairing token to the key that proved itself (protocol section 3.2). The first key wins;
 * the same key again gets the same answer, also long after; any other is refused and noted.
 * @throws ProblemError `TOKEN_INVALID`, `TERMINAL_DEVICE_REVOKED`, `TERMINAL_DEVICE_EXPIRED`,
 *   `TERMINAL_DEVICE_PAIRING_EXPIRED`, `TERMINAL_DEVICE_ALREADY_CLAIMED`
 */
export async function claimDevice(
  deps: Deps,
  token: ProvenToken,
  by: ClaimedBy,
  now: EpochMs,
): Promise<ClaimAnswer> {
  requireCurrent(await findClaimed(deps.db, token), token, now)
  const bound = await deps.db.transaction().execute(async (trx) => {
    if (!(await bindKey(trx, token, by, now))) return false
    await recordAudit(trx, {
      id: deps.newId(),
      merchant_id: token.merchant_id,
      at: now,
      account_id: null,
      action: 'device.claim',
      subject_id: token.device_id,
      detail: { platform: by.platform, app_version: by.app_version },
      ip: by.ip,
    })
    return true
  })
  if (bound) deps.bus.notify(token.merchant_id, ['devices', 'audit'])
  return answerClaim(deps, token, by, now)
}

/** Read again after the race: the row says who won it. */
async function answerClaim(
  deps: Deps,
  token: ProvenToken,
  by: ClaimedBy,
  now: EpochMs,
): Promise<ClaimAnswer> {
  const device = requireCurrent(await findClaimed(deps.db, token), token, now)
  if (device.jkt === null) throw pairingExpired()
  if (device.jkt !== token.jkt) {
    await refuse(deps, token, by, now)
    throw new ProblemError(
      'TERMINAL_DEVICE_ALREADY_CLAIMED',
      'Another tablet has already used this pairing code. Make a new one in the console.',
    )
  }
  return {
    device: { id: token.device_id, label: device.label, jobs: [...device.jobs] },
    store: {
      id: device.store_id,
      code: device.store_code,
      name: device.store_name,
      time_zone: device.time_zone,
    },
    merchant: { id: token.merchant_id, name: device.merchant_name },
    incarnation: device.incarnation,
    server_time: formatInstant(now),
    sealing_key: await currentSealingKey(deps.db, token.merchant_id),
    limits: { ...LIMITS },
  }
}

async function refuse(deps: Deps, token: ProvenToken, by: ClaimedBy, now: EpochMs): Promise<void> {
  await deps.db
    .transaction()
    .execute((trx) => noteRefusedClaim(trx, token, { ...by, audit_id: deps.newId() }, now))
  deps.bus.notify(token.merchant_id, ['devices', 'audit'])
}
