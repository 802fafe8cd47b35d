import type { Completeness } from '@counterfoil/protocol'
import { useClock } from '../../components/use-moment'
import { useText } from '../../text'
import styles from './clock.module.css'

/** Up to when a list has everything, and which tablets still owe something. */
export function CompleteLine({ completeness }: { readonly completeness: Completeness }) {
  const { t } = useText()
  const clock = useClock()
  const { ledger: words } = t.console
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
      {lagging.map(({ device_id, label: tablet, drained_at, waiting: pending }) => (
        <span key={device_id}>
          {drained_at === null
            ? words.never_drained({ tablet, pending })
            : words.not_drained({ tablet, when: clock(drained_at), pending })}
        </span>
      ))}
    </div>
  )
}
