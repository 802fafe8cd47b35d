import type { Completeness, LaggingDevice } from '@counterfoil/protocol'
import { useCompleteness } from '../api/clock'
import { useText } from '../text'
import styles from './complete-line.module.css'
import { LinkTo } from './link-to'
import { useClock } from './use-moment'

/** Up to when a list has everything, and which tablets still owe something; once on a page. */
export function CompleteLine() {
  const { data } = useCompleteness()
  if (data === undefined) return <p className={styles['complete']}>&nbsp;</p>
  return <Told completeness={data.completeness} />
}

function Told({ completeness }: { readonly completeness: Completeness }) {
  const words = useText().t.console.ledger
  const clock = useClock()
  const owes = useOwes()
  const lagging = completeness.stores.flatMap((store) => store.lagging)
  const { complete_up_to } = completeness
  if (lagging.length === 0) return <p className={styles['complete']}>{words.complete}</p>
  return (
    <div className={styles['complete']}>
      <strong>
        {complete_up_to === null
          ? words.incomplete
          : words.complete_until({ until: clock(complete_up_to) })}
      </strong>
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
