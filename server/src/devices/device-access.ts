import type { EpochMs } from '@counterfoil/domain'
import { forMerchant } from '../db/wall/merchant-scope'
import type { DeviceAuthenticator, Deps } from '../deps'
import type { DeviceCaller } from '../http/caller'
import { ProblemError } from '../problem-error'
import { type ProvenToken, provePossession } from './possession'
import { refusal } from './refusal'

/**
 * Who calls with `Authorization: DPoP`. The device row is read anew on each request, by its
 * primary key: nothing is cached, so that a revocation holds on every node at once.
 * @throws ProblemError those of {@link provePossession}, `TERMINAL_DEVICE_REVOKED`,
 *   `TERMINAL_DEVICE_EXPIRED`, `TERMINAL_DEVICE_PAIRING_EXPIRED`
 */
export const authenticateDevice: DeviceAuthenticator = async (deps, c) =>
  admitDevice(deps, await provePossession(deps, c), c.get('now'))

/** What the device row says to a token whose bearer has proved to hold its key. */
export async function admitDevice(
  deps: Pick<Deps, 'db'>,
  token: ProvenToken,
  now: EpochMs,
): Promise<DeviceCaller> {
  const device = await forMerchant(deps.db, token.merchant_id)
    .selectFrom('device')
    .innerJoin('store', (join) =>
      join
        .onRef('store.merchant_id', '=', 'device.merchant_id')
        .onRef('store.id', '=', 'device.store_id'),
    )
    .select([...GATE, 'incarnation', 'jobs', 'store.id', 'store.code', 'store.time_zone'])
    .where('device.merchant_id', '=', token.merchant_id)
    .where('device.id', '=', token.device_id)
    .executeTakeFirst()
  const { id, code, time_zone, incarnation, jobs } = requireAlive(device, token, now)
  return {
    type: 'device',
    merchant_id: token.merchant_id,
    device_id: token.device_id,
    store: { id, code, time_zone },
    incarnation,
    jobs,
  }
}

export const GATE = [
  'device.jti',
  'device.jkt',
  'device.revoked_at',
  'device.pairing_expires_at',
  'device.token_expires_at',
] as const

export interface DeviceGate {
  readonly jti: string
  readonly jkt: string | null
  readonly revoked_at: EpochMs | null
  readonly pairing_expires_at: EpochMs
  readonly token_expires_at: EpochMs
}

/** The row, if the token still opens it and its key is the bound one. */
function requireAlive<D extends DeviceGate>(
  device: D | undefined,
  token: ProvenToken,
  now: EpochMs,
): D {
  const alive = requireCurrent(device, token, now)
  if (alive.jkt === null) {
    if (alive.pairing_expires_at <= now) throw pairingExpired()
    throw refusal('TOKEN_INVALID', 'Claim this pairing first.')
  }
  if (alive.jkt !== token.jkt) {
    throw refusal('DPOP_INVALID', 'The proof is by another key than the paired tablet’s.')
  }
  return alive
}

/**
 * The row, if the token is that of its latest pairing and neither revoked nor too old. Revocation
 * is told first, before anything else that is wrong: it makes the tablet delete what it holds.
 */
export function requireCurrent<D extends DeviceGate>(
  device: D | undefined,
  token: Pick<ProvenToken, 'jti' | 'expired'>,
  now: EpochMs,
): D {
  if (device !== undefined && device.revoked_at !== null) {
    throw new ProblemError('TERMINAL_DEVICE_REVOKED', 'This tablet was revoked in the console.')
  }
  if (device === undefined || device.jti !== token.jti) {
    throw refusal('TOKEN_INVALID', 'This pairing was replaced by a newer one.')
  }
  if (token.expired || device.token_expires_at <= now) {
    throw new ProblemError('TERMINAL_DEVICE_EXPIRED', 'Pair this tablet again: its year is over.')
  }
  return device
}

export function pairingExpired(): ProblemError {
  return new ProblemError(
    'TERMINAL_DEVICE_PAIRING_EXPIRED',
    'This pairing was not claimed within 15 minutes. Make a new code in the console.',
  )
}
