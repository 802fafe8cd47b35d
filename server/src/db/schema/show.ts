import type { Generated } from 'kysely'
import type { Timestamp } from '../columns'

export interface ShowTable {
  merchant_id: string
  id: string
  title: string
  description: string
  active: Generated<boolean>
  created_at: Timestamp
}
