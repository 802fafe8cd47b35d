import { type EpochMs, formatInstant } from '@counterfoil/domain'
import { type SealingKey, sealingKeySchema } from '@counterfoil/protocol'
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import type { Kysely, Transaction } from 'kysely'
import type { Crypto } from '../crypto/crypto'
import type { Database } from '../db/schema'

/** Under which purpose the private halves are sealed at rest (JSON of the private JWK). */
export const SEALING_KEY_PURPOSE = 'sealing-key'

export interface NewSealingKey {
  readonly public_jwk: SealingKey
  /** JSON of the private JWK, encrypted with the server's key. */
  readonly private_sealed: Buffer
}

/** A P-256 pair to which tablets seal PINs; `kid` is its thumbprint (RFC 7638). */
export async function generateSealingKey(crypto: Crypto): Promise<NewSealingKey> {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', {
    crv: 'P-256',
    extractable: true,
  })
  const jwk = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(jwk, 'sha256')
  const secret = Buffer.from(JSON.stringify(await exportJWK(privateKey)))
  return {
    public_jwk: sealingKeySchema.parse({ ...jwk, alg: 'ECDH-ES', use: 'enc', kid }),
    private_sealed: crypto.seal(SEALING_KEY_PURPOSE, secret),
  }
}

export async function insertSealingKey(
  trx: Transaction<Database>,
  merchantId: string,
  key: NewSealingKey,
  now: EpochMs,
): Promise<void> {
  await trx
    .insertInto('sealing_key')
    .values({
      merchant_id: merchantId,
      kid: key.public_jwk.kid,
      public_jwk: JSON.stringify(key.public_jwk),
      private_sealed: key.private_sealed,
      created_at: formatInstant(now),
    })
    .execute()
}

/** The public key that new claims get: the merchant's newest. */
export async function currentSealingKey(
  db: Kysely<Database>,
  merchantId: string,
): Promise<SealingKey> {
  const { public_jwk } = await db
    .selectFrom('sealing_key')
    .select('public_jwk')
    .where('merchant_id', '=', merchantId)
    .orderBy('created_at', 'desc')
    .orderBy('kid')
    .limit(1)
    .executeTakeFirstOrThrow()
  return public_jwk
}
