import type { Timestamp } from '../columns'

export interface CustomerTable {
  merchant_id: string
  id: string
  name: string
  /** The name without case and accents: customers are found and listed by it. */
  name_key: string
  email: string | null
  phone: string | null
  created_at: Timestamp
}
