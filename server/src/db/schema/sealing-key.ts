import type { SealingKey } from '@counterfoil/protocol'
import type { JsonColumn, Timestamp } from '../columns'

export interface SealingKeyTable {
  merchant_id: string
  kid: string
  public_jwk: JsonColumn<SealingKey>
  private_sealed: Buffer
  created_at: Timestamp
}
