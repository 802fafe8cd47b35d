import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { ChangeData } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Crypto } from '../crypto/crypto'
import type { Database } from '../db/schema'
import type { ChangeBy } from '../merchants/change'
import type { FeedChange } from '../sync/feed'

/** Under which purpose the private halves are sealed at rest (PKCS #8, DER). */
export const ISSUER_KEY_PURPOSE = 'issuer-key'

type PublicKey = ChangeData['issuer_key']['public_key']

/** A key that can sign. */
export interface SigningKey {
  readonly id: Id
  readonly private_key: KeyObject
}

export function publicJwk(x: string): PublicKey {
  return { kty: 'OKP', crv: 'Ed25519', x }
}

/** Part of a change that holds the lane: from now on this one signs. */
export async function insertIssuerKey(
  trx: Transaction<Database>,
  { crypto, newId }: { readonly crypto: Crypto; readonly newId: () => Id },
  merchant_id: Id,
  now: EpochMs,
): Promise<{ readonly key: SigningKey; readonly feed: FeedChange }> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const id = newId()
  const { x = '' } = publicKey.export({ format: 'jwk' })
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' })
  const private_sealed = crypto.seal(ISSUER_KEY_PURPOSE, secret)
  const created_at = formatInstant(now)
  await trx
    .insertInto('issuer_key')
    .values({ merchant_id, id, public_key: x, private_sealed, created_at })
    .execute()
  const data = { id, public_key: publicJwk(x) }
  return { key: { id, private_key: privateKey }, feed: { entity: 'issuer_key', id, data } }
}

/** The key to sign with, made here when there is none. Part of a change that holds the lane. */
export async function signingKey(
  trx: Transaction<Database>,
  { deps, caller, now }: Pick<ChangeBy, 'deps' | 'caller' | 'now'>,
): Promise<{ readonly key: SigningKey; readonly feed: readonly FeedChange[] }> {
  const key = await currentIssuerKey(trx, deps.crypto, caller.merchant_id)
  if (key !== undefined) return { key, feed: [] }
  const made = await insertIssuerKey(trx, deps, caller.merchant_id, now)
  return { key: made.key, feed: [made.feed] }
}

/** The newest key that stands; `undefined` before the first, and when all were withdrawn. */
export async function currentIssuerKey(
  trx: Transaction<Database>,
  crypto: Crypto,
  merchantId: Id,
): Promise<SigningKey | undefined> {
  const row = await trx
    .selectFrom('issuer_key')
    .select(['id', 'private_sealed'])
    .where('merchant_id', '=', merchantId)
    .where('withdrawn_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return keyOf(crypto, row)
}

export function keyOf(
  crypto: Crypto,
  { id, private_sealed }: { readonly id: Id; readonly private_sealed: Uint8Array },
): SigningKey {
  const der = crypto.open(ISSUER_KEY_PURPOSE, private_sealed)
  return { id, private_key: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }) }
}
