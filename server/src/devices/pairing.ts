import { type EpochMs, formatInstant, MINUTE, plus } from '@counterfoil/domain'
import type { AnswerOf, ENDPOINTS } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import type { Deps } from '../deps'
import { qrPng } from '../qr/qr-code'
import { signDeviceToken, tokenTimes } from './device-token'
import { dropCodes, makeTypedCode, type SealedPairing, sealPairing } from './pairing-code'

/** What a pairing shows to the person, this once. */
type Shown = Omit<AnswerOf<typeof ENDPOINTS.createDevice>, 'device'>

/** What the device row holds of its pairing; of the token only its id. */
export interface PairingColumns {
  readonly jti: string
  readonly token_issued_at: string
  readonly token_expires_at: string
  readonly pairing_expires_at: string
}

export interface NewPairing {
  readonly shown: Shown
  readonly columns: PairingColumns
  readonly code: SealedPairing & { readonly expires_at: string }
}

export interface PairingOf {
  readonly merchant_id: string
  readonly device_id: string
  readonly store: { readonly id: string; readonly code: string }
}

const CLAIM_WITHIN = 15 * MINUTE

/** Makes token, QR and typed code of a new pairing; nothing is stored yet. */
export async function makePairing(
  deps: Pick<Deps, 'config' | 'crypto' | 'newId'>,
  of: PairingOf,
  now: EpochMs,
): Promise<NewPairing> {
  const jti = deps.newId()
  const times = tokenTimes(now)
  const token = { ...of, store_id: of.store.id, jti }
  const pairing = {
    api_url: `${deps.config.publicUrl}/api/v1`,
    store_code: of.store.code,
    auth_token: await signDeviceToken(deps, token, times),
  }
  const typed_code = makeTypedCode()
  const columns = pairingColumns(jti, now)
  const expires_at = columns.pairing_expires_at
  return {
    shown: { pairing, qr_png: await qrPng(JSON.stringify(pairing)), typed_code },
    columns,
    code: { ...sealPairing(deps.crypto, typed_code, pairing), expires_at },
  }
}

export function pairingColumns(jti: string, now: EpochMs): PairingColumns {
  const { issued_at, expires_at } = tokenTimes(now)
  return {
    jti,
    token_issued_at: formatInstant(issued_at),
    token_expires_at: formatInstant(expires_at),
    pairing_expires_at: formatInstant(plus(now, CLAIM_WITHIN)),
  }
}

/** Stores the typed code in place of any earlier one of the device. */
export async function insertCode(
  trx: Transaction<Database>,
  of: PairingOf,
  code: NewPairing['code'],
): Promise<void> {
  const { merchant_id, device_id } = of
  await dropCodes(trx, merchant_id, device_id)
  await trx
    .insertInto('pairing_code')
    .values({ merchant_id, device_id, ...code })
    .execute()
}
