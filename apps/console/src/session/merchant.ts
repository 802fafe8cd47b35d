import type { Endpoint, Role, User } from '@counterfoil/protocol'
import { ROLES } from '@counterfoil/protocol'
import { createContext, use } from 'react'
import type { Scope } from '../api/scope'

/** Whose books are open, and what this user may do with them. */
export interface Merchant {
  readonly scope: Scope
  readonly user: User
  readonly role: Role
  /** Before every page's address: empty, or `/for/<id>`. */
  readonly base: string
}

export const MerchantContext = createContext<Merchant | undefined>(undefined)

/** Throws outside the pages of a merchant. */
export function useMerchant(): Merchant {
  const merchant = use(MerchantContext)
  if (merchant === undefined) throw new Error('This component needs a merchant around it')
  return merchant
}

const rank = (role: Role) => ROLES.indexOf(role)

/** Whether a role may call an endpoint, by what the contract says of it. */
export function mayCall(role: Role, endpoint: Endpoint): boolean {
  return rank(role) >= rank(endpoint.role ?? (endpoint.method === 'GET' ? 'viewer' : 'owner'))
}

/** For what is not allowed: it is left out of the page. */
export function useMay(): (endpoint: Endpoint) => boolean {
  const { role } = useMerchant()
  return (endpoint) => mayCall(role, endpoint)
}

/** The address of a page within the books that are open. */
export function usePath(): (path: string) => string {
  const { base } = useMerchant()
  return (path) => `${base}${path}`
}

/**
 * The books an address means: those of its merchant, else of the user's first one.
 * `undefined` when the user has nothing to do with them.
 */
export function merchantOf(user: User, wanted: string | undefined): Merchant | undefined {
  const membership =
    wanted === undefined
      ? user.memberships[0]
      : user.memberships.find((each) => each.merchant_id === wanted)
  const base = wanted === undefined ? '' : `/for/${wanted}`
  if (membership !== undefined) {
    const scope = { merchant_id: membership.merchant_id, on_behalf: false }
    return { scope, user, role: membership.role, base }
  }
  if (wanted === undefined || !user.platform_admin) return undefined
  return { scope: { merchant_id: wanted, on_behalf: true }, user, role: 'owner', base }
}
