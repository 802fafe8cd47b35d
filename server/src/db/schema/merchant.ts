import type { MerchantSettings } from '@counterfoil/domain'
import type { WireClockSettings } from '@counterfoil/protocol'
import type { ColumnType } from 'kysely'
import type { JsonColumn, Timestamp } from '../columns'

export interface MerchantTable {
  merchant_id: string
  name: string
  currency: string
  settings: JsonColumn<MerchantSettings>
  /** Only what differs from the defaults of `clock/clock-settings.ts`. */
  clock: ColumnType<Partial<WireClockSettings>, string | undefined, string>
  created_at: Timestamp
}
