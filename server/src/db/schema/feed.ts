import type { ChangeEntity } from '@counterfoil/protocol'
import type { JsonColumn, JsonObject } from '../columns'

export interface FeedTable {
  merchant_id: string
  entity: ChangeEntity
  id: string
  pos: number
  device_id: string | null
  data: JsonColumn<JsonObject | null>
}
