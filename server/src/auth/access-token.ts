import { type EpochMs, epochMs } from '@counterfoil/domain'
import { jwtVerify, SignJWT } from 'jose'
import type { Deps } from '../deps'
import { ProblemError } from '../problem-error'

/** Seconds. Short: it cannot be called back one by one, only by deactivating the account. */
export const ACCESS_TOKEN_LIFE = 900

const TYPE = 'cf-user+jwt'
const AUDIENCE = 'counterfoil-user'

export async function signAccessToken(
  deps: Deps,
  accountId: string,
  now: EpochMs,
): Promise<string> {
  const seconds = Math.floor(now / 1000)
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', typ: TYPE })
    .setIssuer(deps.config.publicUrl)
    .setAudience(AUDIENCE)
    .setSubject(accountId)
    .setJti(deps.newId())
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ACCESS_TOKEN_LIFE)
    .sign(deps.crypto.macKey('user-access-token'))
}

/** What an access token says: whose it is, and until when. */
export interface AccessToken {
  readonly account_id: string
  readonly expires_at: EpochMs
}

/** @throws ProblemError TOKEN_INVALID for whatever reason, without saying which */
export async function verifyAccessToken(
  deps: Deps,
  token: string,
  now: EpochMs,
): Promise<AccessToken> {
  try {
    const { payload } = await jwtVerify(token, deps.crypto.macKey('user-access-token'), {
      algorithms: ['HS256'],
      typ: TYPE,
      issuer: deps.config.publicUrl,
      audience: AUDIENCE,
      currentDate: new Date(now),
      requiredClaims: ['sub', 'exp', 'jti'],
    })
    const { sub, exp } = payload
    if (sub !== undefined && exp !== undefined) {
      return { account_id: sub, expires_at: epochMs(exp * 1000) }
    }
  } catch {
    throw new ProblemError('TOKEN_INVALID')
  }
  throw new ProblemError('TOKEN_INVALID')
}
