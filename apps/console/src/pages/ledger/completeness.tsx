import type { Device } from '@counterfoil/protocol'
import { useDevices } from '../../api/devices'
import { LinkTo } from '../../components/link-to'
import { useClock } from '../../components/use-moment'
import { useNow } from '../../components/use-now'
import { useText } from '../../text'
import { missingCount, tabletState } from '../stores/tablet-state'
import styles from './ledger.module.css'

/** Whether the list has everything, up to when, and which tablets still owe something. */
export function Completeness() {
  const { t, format } = useText()
  const words = t.console.ledger
  const devices = useDevices()
  const now = useNow(30_000)
  const late = useLateText()
  if (devices.data === undefined) return <p className={styles['complete']}>&nbsp;</p>
  const owing = devices.data.flatMap((device) => {
    const text = late(device, now)
    return text === undefined ? [] : [{ device, text }]
  })
  if (owing.length === 0) return <p className={styles['complete']}>{words.complete}</p>
  const until = completeUntil(owing.map(({ device }) => device))
  return (
    <div className={styles['complete']}>
      <strong>
        {until === undefined
          ? words.incomplete
          : words.complete_until({ until: format.dateTime(until, now) })}
      </strong>
      <span className={styles['late']}>
        {owing.map(({ device, text }) => (
          <LinkTo key={device.id} to={`/stores?tablet=${device.id}`}>
            {text}
          </LinkTo>
        ))}
      </span>
    </div>
  )
}

/** What a tablet still owes, as a sentence; nothing when it has sent all and calls in. */
function useLateText() {
  const { t } = useText()
  const words = t.console.ledger
  const clock = useClock()
  return (device: Device, now: number): string | undefined => {
    const tablet = device.label
    const state = tabletState(device, now)
    if (state !== 'paired' && state !== 'quiet') return undefined
    const missing = missingCount(device)
    if (missing > 0) return words.missing({ tablet, missing })
    const pending = device.queue?.pending ?? 0
    const drained = device.queue?.drained_at ?? null
    if (pending > 0) {
      return drained === null
        ? words.never_drained({ tablet, pending })
        : words.not_drained({ tablet, when: clock(drained), pending })
    }
    if (state === 'paired') return undefined
    const last = device.last_seen_at ?? device.claimed_at
    return last === null ? undefined : words.quiet_drained({ tablet, when: clock(last) })
  }
}

/** The earliest moment up to which every owing tablet is known to have sent all it had. */
function completeUntil(owing: readonly Device[]): number | undefined {
  const times = owing.map(({ queue, missing }) =>
    missing.length > 0 || queue?.drained_at == null ? Number.NaN : Date.parse(queue.drained_at),
  )
  const earliest = Math.min(...times)
  return Number.isNaN(earliest) ? undefined : earliest
}
