import type { Status } from '../kiosk'

/** What the strip under the top bar asks for: one thing at a time. */
export type Attention = 'notices' | 'quota' | 'clock' | 'persist' | 'update'

/** The most pressing first; `null` when all is well. */
export function chooseAttention(
  status: Status,
  notices: number,
  refusedPersist: boolean,
): Attention | null {
  if (status.storage_trouble === 'QUOTA') return 'quota'
  if (notices > 0) return 'notices'
  if (status.clock_warning) return 'clock'
  if (status.storage_persisted === false && !refusedPersist) return 'persist'
  return status.update_ready ? 'update' : null
}
