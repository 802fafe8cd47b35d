import { type EpochMs, epochMs, isId } from '@counterfoil/domain'
import { errors, jwtVerify, SignJWT, type JWTPayload } from 'jose'
import * as z from 'zod'
import type { Deps } from '../deps'
import type { ProblemError } from '../problem-error'
import { refusal } from './refusal'

const TYP = 'cf-device+jwt'
const AUDIENCE = 'cf-device'
/** The one place that names the algorithm: nothing else is ever accepted. */
const ALGORITHMS = ['HS256']

const claimsSchema = z.object({
  sub: z.string().refine(isId),
  jti: z.string().refine(isId),
  mid: z.string().refine(isId),
  sid: z.string().refine(isId),
})

/** Whom a pairing token names: device, merchant and store, and which of the device's pairings. */
export interface DeviceToken {
  readonly device_id: string
  readonly merchant_id: string
  readonly store_id: string
  readonly jti: string
}

export interface TokenTimes {
  readonly issued_at: EpochMs
  readonly expires_at: EpochMs
}

type TokenDeps = Pick<Deps, 'config' | 'crypto'>

/** The JWT of a pairing. Whole seconds: what `exp` says is what {@link tokenTimes} answered. */
export function signDeviceToken(
  deps: TokenDeps,
  token: DeviceToken,
  times: TokenTimes,
): Promise<string> {
  return new SignJWT({ mid: token.merchant_id, sid: token.store_id })
    .setProtectedHeader({ alg: 'HS256', typ: TYP })
    .setIssuer(deps.config.publicUrl)
    .setAudience(AUDIENCE)
    .setSubject(token.device_id)
    .setJti(token.jti)
    .setIssuedAt(times.issued_at / 1000)
    .setExpirationTime(times.expires_at / 1000)
    .sign(deps.crypto.macKey('device-token'))
}

const YEAR_SECONDS = 365 * 24 * 3600

export function tokenTimes(now: EpochMs): TokenTimes {
  const issued = Math.floor(now / 1000)
  return {
    issued_at: epochMs(issued * 1000),
    expires_at: epochMs((issued + YEAR_SECONDS) * 1000),
  }
}

/**
 * Whom a token names, if it is ours. One that is past its time is read all the same and marked:
 * a revoked tablet must hear that it was revoked, even a year later.
 * @throws ProblemError `TOKEN_INVALID`
 */
export async function readDeviceToken(
  deps: TokenDeps,
  jwt: string,
  now: EpochMs,
): Promise<DeviceToken & { readonly expired: boolean }> {
  const { payload, expired } = await verify(deps, jwt, now)
  const claims = claimsSchema.safeParse(payload)
  if (!claims.success) throw invalid()
  const { sub, mid, sid, jti } = claims.data
  return { device_id: sub, merchant_id: mid, store_id: sid, jti, expired }
}

interface Verified {
  readonly payload: JWTPayload
  readonly expired: boolean
}

/**
 * A token lives for a year, so one signed under an earlier secret is read as well. Whoever knows
 * such a secret gains nothing: a token opens only with the private key that its pairing is bound to.
 */
async function verify(deps: TokenDeps, jwt: string, now: EpochMs): Promise<Verified> {
  const [, ...earlier] = deps.crypto.macKeys('device-token')
  try {
    return await verifyBy(deps, deps.crypto.macKey('device-token'), jwt, now)
  } catch (error) {
    for (const key of earlier) {
      const verified = await verifyBy(deps, key, jwt, now).catch(() => undefined)
      if (verified !== undefined) return verified
    }
    throw error
  }
}

async function verifyBy(
  deps: TokenDeps,
  key: Uint8Array,
  jwt: string,
  now: EpochMs,
): Promise<Verified> {
  try {
    const { payload } = await jwtVerify(jwt, key, {
      algorithms: ALGORITHMS,
      typ: TYP,
      issuer: deps.config.publicUrl,
      audience: AUDIENCE,
      requiredClaims: ['sub', 'jti', 'mid', 'sid', 'iat', 'exp'],
      currentDate: new Date(now),
    })
    return { payload, expired: false }
  } catch (error) {
    // Expiry is the last thing looked at: signature, type, issuer and audience held.
    if (error instanceof errors.JWTExpired) return { payload: error.payload, expired: true }
    if (error instanceof errors.JOSEError) throw invalid(error)
    throw error
  }
}

function invalid(cause?: unknown): ProblemError {
  return refusal('TOKEN_INVALID', 'This pairing token is not one of ours.', cause)
}
