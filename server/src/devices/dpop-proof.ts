import { createHash } from 'node:crypto'
import type { EpochMs } from '@counterfoil/domain'
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify, type JWTVerifyResult } from 'jose'
import * as z from 'zod'
import type { ProblemError } from '../problem-error'
import { refusal } from './refusal'

const claimsSchema = z.object({
  htm: z.string(),
  htu: z.string(),
  ath: z.string(),
  jti: z.string().min(1).max(256),
  nonce: z.string().max(256).optional(),
})

const jwkSchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
})

/** What a proof must speak of to count for a request. */
export interface ProofTarget {
  readonly method: string
  /** Public address of the request; a query does not matter. */
  readonly url: string
  /** The access token that the proof goes with. */
  readonly token: string
  readonly now: EpochMs
}

export interface Proof {
  /** Thumbprint (RFC 7638) of the key that signed it. */
  readonly jkt: string
  readonly nonce: string | undefined
}

/**
 * Reads a DPoP proof (RFC 9449): signed by the public key that it carries, for this method,
 * address and token. Whether it is fresh is the nonce's matter and the caller's to judge; `iat` is
 * not looked at, for tablet clocks lie (decision 0006).
 * @throws ProblemError `DPOP_INVALID`
 */
export async function readProof(text: string | undefined, target: ProofTarget): Promise<Proof> {
  if (text === undefined) throw invalid('The request carries no proof of possession.')
  const { payload, protectedHeader } = await verify(text, target.now)
  const claims = claimsSchema.safeParse(payload)
  const jwk = jwkSchema.safeParse(protectedHeader.jwk)
  if (!claims.success || !jwk.success) throw invalid('The proof lacks something it must say.')
  const { htm, htu, ath, nonce } = claims.data
  if (htm !== target.method) throw invalid('The proof is for another method.')
  if (!isSameAddress(htu, target.url)) throw invalid('The proof is for another address.')
  if (ath !== sha256(target.token)) throw invalid('The proof is for another token.')
  return { jkt: await calculateJwkThumbprint(jwk.data, 'sha256'), nonce }
}

async function verify(text: string, now: EpochMs): Promise<JWTVerifyResult> {
  try {
    // EmbeddedJWK refuses anything but a public key.
    return await jwtVerify(text, EmbeddedJWK, {
      algorithms: ['ES256'],
      typ: 'dpop+jwt',
      currentDate: new Date(now),
    })
  } catch (cause) {
    throw invalid('The proof cannot be verified.', cause)
  }
}

/** Compared as RFC 9449 wants it: normalised, without query and fragment. */
function isSameAddress(htu: string, url: string): boolean {
  if (!URL.canParse(htu)) return false
  const claimed = new URL(htu)
  const real = new URL(url)
  if (claimed.username !== '' || claimed.password !== '') return false
  return claimed.origin === real.origin && claimed.pathname === real.pathname
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

function invalid(detail: string, cause?: unknown): ProblemError {
  return refusal('DPOP_INVALID', detail, cause)
}
