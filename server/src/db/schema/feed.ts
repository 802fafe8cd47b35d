import type { ChangeEntity } from '@counterfoil/protocol'
import type { JsonColumn, JsonObject } from '../columns'

export interface FeedTable {
  merchant_id: string
  /** `clock`: a person whose punches changed. */
  entity: ChangeEntity | 'clock'
  id: string
  pos: number
  device_id: string | null
  data: JsonColumn<JsonObject | null>
}
