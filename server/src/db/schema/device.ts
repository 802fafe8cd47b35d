import type { Job } from '@counterfoil/domain'
import type { Generated } from 'kysely'
import type { NullableTimestamp, Timestamp } from '../columns'

export interface DeviceTable {
  merchant_id: string
  id: string
  store_id: string
  label: string
  jobs: readonly Job[]
  jti: string
  token_issued_at: Timestamp
  token_expires_at: Timestamp
  pairing_expires_at: Timestamp
  jkt: string | null
  incarnation: Generated<number>
  claimed_at: NullableTimestamp
  refused_claim_at: NullableTimestamp
  revoked_at: NullableTimestamp
  revoke_reason: string | null
  stolen_at: NullableTimestamp
  platform: string | null
  app_version: string | null
  last_seen_at: NullableTimestamp
  last_ip: string | null
  queue_pending: number | null
  queue_oldest_at: NullableTimestamp
  queue_parked: number | null
  drained_at: NullableTimestamp
  storage_persisted: boolean | null
  storage_used_bytes: number | null
  storage_quota_bytes: number | null
  clock_offset_ms: number | null
  /** Feed position up to which it has told that it holds everything. */
  pulled_pos: Generated<number>
  created_at: Timestamp
}
