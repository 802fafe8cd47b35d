import { sign } from 'node:crypto'
import { composeClaim, composeToken, keyHint, type TicketClaim } from '@counterfoil/domain'
import type { SigningKey } from './issuer-key'

/** The token of a ticket. Ed25519 is deterministic: the same key and claim give the same token. */
export function signTicket(key: SigningKey, claim: Omit<TicketClaim, 'key_hint'>): string {
  const signed = composeClaim({ ...claim, key_hint: keyHint(key.id) })
  return composeToken(signed, sign(null, Buffer.from(signed), key.private_key))
}
