import type { Timestamp } from '../columns'

export interface SessionTable {
  token_hash: string
  account_id: string
  created_at: Timestamp
  expires_at: Timestamp
  last_seen_at: Timestamp
  ip: string | null
  user_agent: string | null
}
