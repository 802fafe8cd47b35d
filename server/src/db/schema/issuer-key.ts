import type { NullableTimestamp, Timestamp } from '../columns'

export interface IssuerKeyTable {
  merchant_id: string
  id: string
  /** The 32 bytes, base64url. */
  public_key: string
  private_sealed: Buffer
  withdrawn_at: NullableTimestamp
  created_at: Timestamp
}
