import type { Generated } from 'kysely'
import type { Timestamp } from '../columns'

export interface AccountTable {
  account_id: string
  email: string
  name: string
  language: Generated<string>
  password_hash: string
  platform_admin: Generated<boolean>
  active: Generated<boolean>
  created_at: Timestamp
}
