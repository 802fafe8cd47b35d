import type { LaggingDevice } from '@counterfoil/protocol'
import { useCompleteness } from '../api/clock'
import { useText } from '../text'
import styles from './complete-line.module.css'
import { LinkTo } from './link-to'
import { useCompleteText } from './use-complete-text'
import { useClock } from './use-moment'

/** Up to when a list has everything, and which tablets still owe something; once on a page. */
export function CompleteLine() {
  const text = useCompleteText()
  const owes = useOwes()
  const stores = useCompleteness().data?.completeness.stores ?? []
  const lagging = stores.flatMap((store) => store.lagging)
  if (lagging.length === 0) return <p className={styles['complete']}>{text ?? '\u00a0'}</p>
  return (
    <div className={styles['complete']}>
      <strong>{text}</strong>
      <span className={styles['late']}>
        {lagging.map((device) => (
          <LinkTo key={device.device_id} to={`/stores?tablet=${device.device_id}`}>
            {owes(device)}
          </LinkTo>
        ))}
      </span>
    </div>
  )
}

/** What a tablet owes, as a sentence: what is waiting on it, or that it keeps silent. */
function useOwes() {
  const words = useText().t.console.ledger
  const clock = useClock()
  return (device: LaggingDevice): string => {
    const { label: tablet, waiting, parked, missing, drained_at, last_seen_at } = device
    if (missing > 0) return words.missing({ tablet, missing })
    const pending = waiting + parked
    if (drained_at === null) return words.never_drained({ tablet, pending })
    const when = clock(drained_at)
    if (pending > 0) return words.not_drained({ tablet, when, pending })
    return words.quiet_drained({ tablet, when: clock(last_seen_at ?? drained_at) })
  }
}
