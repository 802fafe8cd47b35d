import type { Device } from '@counterfoil/protocol'
import type { Tone } from '@counterfoil/ui'

/** A paired tablet that said nothing this long is quiet: it calls every half minute. */
const QUIET_AFTER = 5 * 60_000

export type TabletState = Device['status'] | 'quiet'

/** What state a tablet is in for people: its status, and whether it still calls in. */
export function tabletState(device: Device, now: number): TabletState {
  if (device.status !== 'paired') return device.status
  const last = device.last_seen_at ?? device.claimed_at
  return last === null || now - Date.parse(last) > QUIET_AFTER ? 'quiet' : 'paired'
}

export const STATE_TONES: Readonly<Record<TabletState, Tone>> = {
  waiting: 'info',
  expired: 'neutral',
  paired: 'ok',
  quiet: 'warn',
  revoked: 'neutral',
}

/** How many numbers of a tablet have not arrived. */
export function missingCount(device: Device): number {
  return device.missing.reduce((sum, [from, to]) => sum + to - from + 1, 0)
}
