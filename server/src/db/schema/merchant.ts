import type { MerchantSettings } from '@counterfoil/domain'
import type { JsonColumn, Timestamp } from '../columns'

export interface MerchantTable {
  merchant_id: string
  name: string
  currency: string
  settings: JsonColumn<MerchantSettings>
  created_at: Timestamp
}
