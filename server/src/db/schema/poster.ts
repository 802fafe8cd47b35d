import type { Timestamp } from '../columns'

/** What phones scan at a store; all that is kept of its token is the SHA-256. */
export interface PosterTable {
  merchant_id: string
  store_id: string
  id: string
  token_hash: string
  issued_at: Timestamp
  issued_by: string | null
}
