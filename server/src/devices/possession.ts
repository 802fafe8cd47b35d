import type { Context } from 'hono'
import type { Deps } from '../deps'
import type { AppEnv } from '../http/env'
import { type DeviceToken, readDeviceToken } from './device-token'
import { isFreshNonce, makeNonce } from './dpop-nonce'
import { readProof } from './dpop-proof'
import { refusal } from './refusal'

/** A pairing token whose bearer has just proved to hold the key with this thumbprint. */
export interface ProvenToken extends DeviceToken {
  readonly jkt: string
  /** The token's year is over. */
  readonly expired: boolean
}

/**
 * Reads `Authorization: DPoP <token>` and its proof (protocol section 3.3); knows nothing of the
 * device row yet. Whatever comes of it, the answer carries a new nonce.
 * @throws ProblemError `TOKEN_INVALID`, `DPOP_INVALID`, `USE_DPOP_NONCE`, `RATE_LIMITED` for who never takes a nonce
 */
export async function provePossession(deps: Deps, c: Context<AppEnv>): Promise<ProvenToken> {
  const now = c.get('now')
  c.header('DPoP-Nonce', makeNonce(deps.crypto.macKey('dpop-nonce'), now))
  const jwt = readAuthorization(c)
  const token = await readDeviceToken(deps, jwt, now)
  const url = deps.config.publicUrl + new URL(c.req.url).pathname
  const target = { method: c.req.method, url, token: jwt, now }
  const { jkt, nonce } = await readProof(c.req.header('DPoP'), target)
  const keys = deps.crypto.macKeys('dpop-nonce')
  if (nonce === undefined || !keys.some((key) => isFreshNonce(key, nonce, now))) {
    deps.limits.spend('nonce', token.device_id)
    throw refusal('USE_DPOP_NONCE', 'Make the proof again with the nonce given here.')
  }
  return { ...token, jkt }
}

function readAuthorization(c: Context<AppEnv>): string {
  const [, jwt] = /^DPoP +(\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? []
  if (jwt === undefined) throw refusal('TOKEN_INVALID', 'Send the pairing token as DPoP.')
  return jwt
}
