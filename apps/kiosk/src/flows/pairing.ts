import type { Id, Pairing } from '@counterfoil/domain'
import { getMeta, type KioskDb, putMeta } from '../db/database'
import { becomePaired, unsentCount } from '../db/forget'
import type { Credentials, Identity } from '../db/rows'
import type { PairOutcome } from '../kiosk'
import { fromBase64Url } from '../net/base64url'
import { claim } from '../net/claim'
import { makeCredentials } from '../net/dpop'
import { redeemCode } from '../net/pairing-code'

/**
 * Claims a pairing and becomes that device. Work for another merchant that is still unsent stands
 * in the way: it could never be handed in again.
 */
export async function pair(db: KioskDb, pairing: Pairing): Promise<PairOutcome> {
  const before = await getMeta(db, 'identity')
  const merchantId = merchantOf(pairing.auth_token)
  if (before !== undefined && merchantId !== null && (await isInTheWay(db, before, merchantId))) {
    return { kind: 'refused', code: 'OTHER_MERCHANT' }
  }
  const credentials = await credentialsFor(db, pairing)
  const reply = await claim(pairing, credentials)
  if (reply.kind === 'none') return { kind: 'refused', code: 'UNREACHABLE' }
  if (reply.kind === 'problem') return { kind: 'refused', code: reply.code }
  const identity = reply.value
  if (before !== undefined && (await isInTheWay(db, before, identity.merchant.id))) {
    return { kind: 'refused', code: 'OTHER_MERCHANT' }
  }
  await becomePaired(db, identity, credentials)
  return { kind: 'paired' }
}

export async function pairByCode(db: KioskDb, code: string): Promise<PairOutcome> {
  const reply = await redeemCode(code)
  if (reply.kind === 'none') return { kind: 'refused', code: 'UNREACHABLE' }
  if (reply.kind === 'problem') return { kind: 'refused', code: reply.code }
  return pair(db, reply.value)
}

async function isInTheWay(db: KioskDb, before: Identity, merchantId: Id): Promise<boolean> {
  return before.merchant.id !== merchantId && (await unsentCount(db)) > 0
}

/**
 * The key for this token: made once, and kept before the claim is sent. A claim whose answer got
 * lost can only be repeated with the same key.
 */
async function credentialsFor(db: KioskDb, { auth_token }: Pairing): Promise<Credentials> {
  for (const key of ['pending_pairing', 'credentials'] as const) {
    const known = await getMeta(db, key)
    if (known?.auth_token === auth_token) return known
  }
  const made = await makeCredentials(auth_token)
  await putMeta(db, 'pending_pairing', made)
  return made
}

/** The merchant a token speaks of. Unverified: only to refuse early, the server decides. */
function merchantOf(token: string): Id | null {
  try {
    const payload: unknown = JSON.parse(
      new TextDecoder().decode(fromBase64Url(token.split('.')[1] ?? '')),
    )
    const mid = typeof payload === 'object' && payload !== null && 'mid' in payload && payload.mid
    return typeof mid === 'string' ? mid : null
  } catch {
    // Not a token of the form we know; the server will say what it thinks of it.
    return null
  }
}
