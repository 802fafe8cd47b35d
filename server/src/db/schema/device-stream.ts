import type { SeqRange } from '@counterfoil/domain'
import type { Generated } from 'kysely'
import type { JsonColumn } from '../columns'

export interface DeviceStreamTable {
  merchant_id: string
  device_id: string
  incarnation: number
  last_seq: Generated<number>
  highest: Generated<number>
  missing: JsonColumn<readonly SeqRange[]>
}
