import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { promisify } from 'node:util'
import { type Id, keyHint, type UnverifiedTicket } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema'
import { publicJwk } from './issuer-key'

export interface TicketToVerify {
  readonly ticket: UnverifiedTicket
  readonly token_hash: string
}

/**
 * Which of the merchant's keys signed each token, or `null`: none did. Withdrawn keys count: it is
 * the lane that knows which stand. Signatures are checked on the thread pool, a few at a time.
 */
export type TicketVerifier = (
  db: Kysely<Database>,
  merchantId: Id,
  tickets: readonly TicketToVerify[],
) => Promise<(Id | null)[]>

interface IssuerKey {
  readonly id: Id
  readonly hint: string
  readonly key: KeyObject
}

/** Merchants whose keys are kept at hand, and tokens remembered as good, all together. */
const MOST_MERCHANTS = 2000
const MOST_GOOD = 50_000
const AT_A_TIME = 16

const verifyOnPool = promisify(verify)

export function createTicketVerifier(): TicketVerifier {
  const keys = new Map<Id, readonly IssuerKey[]>()
  /** By merchant and token; a token never changes who signed it. */
  const good = new Map<string, Id>()

  const keysOf = async (db: Kysely<Database>, merchantId: Id, hints: ReadonlySet<string>) => {
    const known = keys.get(merchantId) ?? []
    const enough = [...hints].every((hint) => known.some((key) => key.hint === hint))
    if (enough) return known
    const found = await loadKeys(db, merchantId)
    remember(keys, merchantId, found, MOST_MERCHANTS)
    return found
  }

  return async (db, merchantId, tickets) => {
    const nameOf = ({ token_hash }: TicketToVerify) => `${merchantId}/${token_hash}`
    const found = new Map(tickets.map((one) => [nameOf(one), good.get(nameOf(one)) ?? null]))
    const unsure = tickets.filter((one) => found.get(nameOf(one)) === null)
    const hints = new Set(unsure.map(({ ticket }) => ticket.claim.key_hint))
    const candidates = hints.size === 0 ? [] : await keysOf(db, merchantId, hints)
    for (let start = 0; start < unsure.length; start += AT_A_TIME) {
      const check = async (one: TicketToVerify): Promise<void> => {
        const signer = await signerOf(candidates, one.ticket)
        if (signer === null) return
        found.set(nameOf(one), signer)
        remember(good, nameOf(one), signer, MOST_GOOD)
      }
      await Promise.all(unsure.slice(start, start + AT_A_TIME).map(check))
    }
    return tickets.map((one) => found.get(nameOf(one)) ?? null)
  }
}

async function signerOf(
  keys: readonly IssuerKey[],
  { claim, signed, signature }: UnverifiedTicket,
): Promise<Id | null> {
  for (const { id, hint, key } of keys) {
    if (hint !== claim.key_hint) continue
    if (await verifyOnPool(null, Buffer.from(signed), key, signature)) return id
  }
  return null
}

async function loadKeys(db: Kysely<Database>, merchantId: Id): Promise<IssuerKey[]> {
  const rows = await db
    .selectFrom('issuer_key')
    .select(['id', 'public_key'])
    .where('merchant_id', '=', merchantId)
    .execute()
  return rows.map(({ id, public_key }) => ({
    id,
    hint: keyHint(id),
    key: createPublicKey({ key: publicJwk(public_key), format: 'jwk' }),
  }))
}

/** The oldest goes when there are too many. */
function remember<T>(map: Map<string, T>, name: string, value: T, most: number): void {
  const [oldest] = map.keys()
  if (map.size >= most && oldest !== undefined) map.delete(oldest)
  map.set(name, value)
}
