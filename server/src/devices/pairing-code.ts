import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import type { EpochMs } from '@counterfoil/domain'
import { pairingSchema } from '@counterfoil/protocol'
import type { Kysely, Transaction } from 'kysely'
import type * as z from 'zod'
import type { Crypto } from '../crypto/crypto'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'

/** Crockford's base32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10
/** Under which purpose a pairing is sealed at rest. */
export const PAIRING_PURPOSE = 'pairing-code'

type Pairing = z.infer<typeof pairingSchema>

/** What the database keeps of a code: enough to find it, not enough to read what it opens. */
export interface SealedPairing {
  readonly code_hash: string
  readonly sealed: Buffer
}

/** A new code of 50 random bits, as it is typed: `XXXXX-XXXXX`. */
export function makeTypedCode(): string {
  const text = Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
  return `${text.slice(0, 5)}-${text.slice(5)}`
}

/** The ten characters of a typed code however it was typed, or `undefined` when it can be none. */
export function readTypedCode(typed: string): string | undefined {
  const text = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0')
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(text) ? text : undefined
}

/** Seals a pairing under its code, and once more under the server's key: reading needs both. */
export function sealPairing(crypto: Crypto, typedCode: string, pairing: Pairing): SealedPairing {
  const code = typedCode.replace('-', '')
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(code), iv)
  const body = Buffer.concat([cipher.update(JSON.stringify(pairing), 'utf8'), cipher.final()])
  const sealed = Buffer.concat([iv, cipher.getAuthTag(), body])
  return { code_hash: hashOf(code), sealed: crypto.seal(PAIRING_PURPOSE, sealed) }
}

/** The first to ask with a code gets its pairing, within its time; nobody after. */
export async function redeemCode(
  db: Kysely<Database>,
  crypto: Crypto,
  typed: string,
  now: EpochMs,
): Promise<Pairing | undefined> {
  const code = readTypedCode(typed)
  if (code === undefined) return undefined
  const row = await db
    .deleteFrom('pairing_code')
    .where('code_hash', '=', hashOf(code))
    .where('expires_at', '>', moment(now))
    .returning('sealed')
    .executeTakeFirst()
  return row === undefined ? undefined : openPairing(crypto.open(PAIRING_PURPOSE, row.sealed), code)
}

/** Codes of a device that was claimed, paired anew or revoked open nothing any more. */
export async function dropCodes(
  trx: Transaction<Database>,
  merchantId: string,
  deviceId: string,
): Promise<void> {
  await trx
    .deleteFrom('pairing_code')
    .where('merchant_id', '=', merchantId)
    .where('device_id', '=', deviceId)
    .execute()
}

function openPairing(sealed: Buffer, code: string): Pairing {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(code), sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  const body = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
  return pairingSchema.parse(JSON.parse(body.toString('utf8')))
}

function keyOf(code: string): Buffer {
  return Buffer.from(hkdfSync('sha256', code, '', `counterfoil/${PAIRING_PURPOSE}`, 32))
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('base64url')
}
