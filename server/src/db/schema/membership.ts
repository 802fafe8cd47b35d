import type { Role } from '@counterfoil/protocol'

export interface MembershipTable {
  merchant_id: string
  account_id: string
  role: Role
}
