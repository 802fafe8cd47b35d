import type { Id } from '@counterfoil/domain'
import { type CryptoKey, importJWK, type JWK } from 'jose'
import type { Kysely } from 'kysely'
import type { Crypto } from '../crypto/crypto'
import type { Database } from '../db/schema'
import { SEALING_KEY_PURPOSE } from '../merchants/sealing-key'
import type { KeyOf } from './sealed-pin'

/** Keys kept open at a time, of all merchants together. */
const MOST = 2000
/** base64url SHA-256, as the thumbprint is. */
const KID = /^[\w-]{43}$/

/** The private halves of merchants' sealing keys. A pair never changes, so it is read once. */
export function createSealingKeys(crypto: Crypto): (db: Kysely<Database>, merchantId: Id) => KeyOf {
  const open = new Map<string, CryptoKey>()
  return (db, merchantId) => async (kid) => {
    const name = `${merchantId}/${kid}`
    const known = open.get(name)
    if (known !== undefined || !KID.test(kid)) return known
    const row = await db
      .selectFrom('sealing_key')
      .select('private_sealed')
      .where('merchant_id', '=', merchantId)
      .where('kid', '=', kid)
      .executeTakeFirst()
    if (row === undefined) return undefined
    const key = await importPrivate(crypto, row.private_sealed)
    const [oldest] = open.keys()
    if (open.size >= MOST && oldest !== undefined) open.delete(oldest)
    open.set(name, key)
    return key
  }
}

async function importPrivate(crypto: Crypto, sealed: Buffer): Promise<CryptoKey> {
  const jwk = JSON.parse(crypto.open(SEALING_KEY_PURPOSE, sealed).toString()) as JWK
  const key = await importJWK(jwk, 'ECDH-ES')
  if (key instanceof Uint8Array) throw new Error('a sealing key is not a pair')
  return key
}
