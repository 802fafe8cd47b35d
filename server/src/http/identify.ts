import { type Endpoint, type Role, ROLES } from '@counterfoil/protocol'
import type { Context } from 'hono'
import { identifyUser } from '../auth/identify-user'
import { actForMerchant, actForStore, actOnBehalf } from '../auth/act-for'
import type { Deps } from '../deps'
import { ProblemError } from '../problem-error'
import type { AnyCaller, DeviceCaller, UserCaller } from './caller'
import { networkOf } from './client-address'
import type { AppEnv } from './env'
import { checkOrigin } from './origin'

/**
 * Finds out who calls and whether they may: section 2 of the wire contract. Spends from the
 * caller's limit.
 * @param onBehalf the route's twin for platform admins
 * @throws ProblemError 401, 403, 404 for another merchant's things, 429
 */
export async function identify(
  deps: Deps,
  c: Context<AppEnv>,
  endpoint: Endpoint,
  onBehalf: boolean,
): Promise<AnyCaller> {
  const scheme = c.req.header('authorization')?.split(' ')[0]?.toLowerCase()
  if (endpoint.method !== 'GET' && scheme === undefined) {
    checkOrigin(c.req.raw, deps.config.publicUrl)
  }
  if (endpoint.caller === 'anyone' || endpoint.caller === 'device') {
    deps.limits.spend('address', networkOf(c.var.ip))
    return undefined
  }
  if (scheme === 'dpop') return asDevice(deps, c, endpoint)
  const user = await asUser(deps, c)
  switch (endpoint.caller) {
    case 'user':
      return user
    case 'admin':
      return requireAdmin(user)
    case 'merchant':
      return onBehalf
        ? actOnBehalf(deps, c, requireAdmin(user))
        : requireRole(endpoint, await actForMerchant(deps, c, user))
    case 'store':
      return requireRole(endpoint, await actForStore(deps, c, user))
  }
}

async function asDevice(deps: Deps, c: Context<AppEnv>, endpoint: Endpoint): Promise<DeviceCaller> {
  const device = await limited(deps, c, 'failed_device', () => deps.authenticateDevice(deps, c))
  c.set('who', `device:${device.device_id}`)
  deps.limits.spend('device', device.device_id)
  if (endpoint.caller !== 'store') throw new ProblemError('FORBIDDEN', 'Not for tablets.')
  return device
}

async function asUser(deps: Deps, c: Context<AppEnv>): Promise<UserCaller> {
  const user = await limited(deps, c, 'failed_user', () => identifyUser(deps, c))
  c.set('who', `user:${user.account_id}`)
  deps.limits.spend('user', user.account_id)
  return user
}

/**
 * An address that failed too often is refused before anything is verified or read for it. A proof
 * that only lacks a fresh nonce is no failure: every tablet begins like that.
 */
async function limited<T>(
  { limits }: Deps,
  c: Context<AppEnv>,
  kind: 'failed_device' | 'failed_user',
  authenticate: () => Promise<T>,
): Promise<T> {
  const network = networkOf(c.var.ip)
  limits.requireLeft(kind, network)
  try {
    return await authenticate()
  } catch (error) {
    const failed = error instanceof ProblemError && error.status === 401
    if (failed && error.code !== 'USE_DPOP_NONCE') limits.spend(kind, network)
    throw error
  }
}

function requireAdmin(user: UserCaller): UserCaller {
  if (!user.platform_admin) throw new ProblemError('FORBIDDEN', 'For platform admins only.')
  return user
}

function requireRole<C extends { readonly role: Role }>(endpoint: Endpoint, caller: C): C {
  const needed = endpoint.role ?? leastRole(endpoint)
  if (ROLES.indexOf(caller.role) >= ROLES.indexOf(needed)) return caller
  throw new ProblemError('FORBIDDEN', `This needs the role ${needed}.`)
}

/** At a store the counter's work is a manager's too; of the merchant's own things, the owner's. */
function leastRole({ method, caller }: Endpoint): Role {
  if (method === 'GET') return 'viewer'
  return caller === 'store' ? 'manager' : 'owner'
}
