import type { Device } from '@counterfoil/protocol'
import { Notice } from '@counterfoil/ui'
import { useClock } from '../../components/use-moment'
import { useNow } from '../../components/use-now'
import { useText } from '../../text'
import { missingCount, tabletState } from './tablet-state'

/** A clock off by more than this is worth setting. */
const CLOCK_OFF = 60_000

/** What should be looked at, in sentences; nothing when all is well. */
export function TabletAdvice({ device }: { readonly device: Device }) {
  const { t } = useText()
  const clock = useClock()
  const state = tabletState(device, useNow(30_000))
  const { advice } = t.console.tablets
  if (state === 'expired') return <Notice tone="info">{advice.expired}</Notice>
  if (state === 'revoked' || state === 'waiting') {
    return device.revoke_reason === null ? null : (
      <Notice tone="neutral">{device.revoke_reason}</Notice>
    )
  }
  const found = [
    device.refused_claim_at !== null && advice.refused({ at: clock(device.refused_claim_at) }),
    state === 'quiet' && advice.quiet,
    missingCount(device) > 0 && advice.missing,
    (device.queue?.parked ?? 0) > 0 && advice.parked,
    device.storage?.persisted === false && advice.storage,
    Math.abs(device.clock_offset_ms ?? 0) > CLOCK_OFF && advice.clock,
  ].filter((text) => text !== false)
  return found.map((text) => (
    <Notice key={text} tone="warn">
      {text}
    </Notice>
  ))
}
