import type { Context } from 'hono'
import type { Deps } from '../deps'
import type { UserCaller, UserSession } from '../http/caller'
import type { AppEnv } from '../http/env'
import { ProblemError } from '../problem-error'
import { verifyAccessToken } from './access-token'
import { findAccount } from './accounts.query'
import { readSessionCookie } from './session-cookie'
import { findSession } from './sessions.repository'

/**
 * The signed-in user: by `Authorization: Bearer` when it is there, else by the session cookie.
 * @throws ProblemError SIGN_IN_REQUIRED or TOKEN_INVALID
 */
export async function identifyUser(deps: Deps, c: Context<AppEnv>): Promise<UserCaller> {
  const authorization = c.req.header('authorization')
  const found =
    authorization === undefined ? await bySession(deps, c) : await byToken(deps, c, authorization)
  const account = await findAccount(deps.db, found.account_id)
  if (account === undefined) throw new ProblemError('SIGN_IN_REQUIRED')
  const { account_id, name, platform_admin } = account
  return { type: 'user', account_id, name, platform_admin, session: found.session }
}

interface SignedIn {
  readonly account_id: string
  readonly session: UserSession
}

async function bySession(deps: Deps, c: Context<AppEnv>): Promise<SignedIn> {
  const token = readSessionCookie(c, deps.config)
  const found = token === undefined ? undefined : await findSession(deps.db, token, c.var.now)
  if (found === undefined) throw new ProblemError('SIGN_IN_REQUIRED')
  const { account_id, token_hash } = found
  return { account_id, session: { by: 'cookie', token_hash } }
}

async function byToken(deps: Deps, c: Context<AppEnv>, authorization: string): Promise<SignedIn> {
  const token = /^Bearer +([\w.-]{1,4096})$/i.exec(authorization)?.[1]
  if (token === undefined) throw new ProblemError('TOKEN_INVALID')
  const { account_id, expires_at } = await verifyAccessToken(deps, token, c.var.now)
  return { account_id, session: { by: 'token', expires_at } }
}
