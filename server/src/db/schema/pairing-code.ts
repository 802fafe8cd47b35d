import type { Timestamp } from '../columns'

export interface PairingCodeTable {
  code_hash: string
  merchant_id: string
  device_id: string
  sealed: Buffer
  expires_at: Timestamp
}
