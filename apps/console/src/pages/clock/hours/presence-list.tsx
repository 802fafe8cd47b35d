import type { Presence } from '@counterfoil/protocol'
import { Avatar, EmptyState } from '@counterfoil/ui'
import { StatusDot } from '@counterfoil/ui/console'
import { usePresence } from '../../../api/clock'
import { ErrorState } from '../../../components/error-state'
import { LinkTo } from '../../../components/link-to'
import { useClock } from '../../../components/use-moment'
import { useText } from '../../../text'
import styles from '../clock.module.css'

/** Who is at work at this moment; changes by itself. */
export function PresenceList({ storeId }: { readonly storeId: string | undefined }) {
  const { t } = useText()
  const words = t.console.clock
  const presence = usePresence(storeId)
  const { data, error } = presence
  if (data === undefined) {
    return error === null ? null : (
      <ErrorState error={error} onRetry={() => void presence.refetch()} />
    )
  }
  return (
    <section aria-label={words.now} className={styles['now']}>
      <h2>{words.now_count({ people: data.items.length })}</h2>
      {data.items.length === 0 ? (
        <EmptyState title={words.nobody}>{words.nobody_text}</EmptyState>
      ) : (
        <ul className={styles['people']}>
          {data.items.map((one) => (
            <PresentPerson key={one.staff.id} one={one} />
          ))}
        </ul>
      )}
    </section>
  )
}

function PresentPerson({ one }: { readonly one: Presence }) {
  const { t } = useText()
  const clock = useClock()
  const words = t.console.clock
  const when = clock(one.since)
  return (
    <li className={styles['person']}>
      <Avatar name={one.staff.name} />
      <span className={styles['who']}>
        <LinkTo to={`/clock/${one.staff.id}`}>{one.staff.name}</LinkTo>
        <StatusDot tone={one.overdue ? 'danger' : one.state === 'in' ? 'ok' : 'warn'}>
          {one.overdue ? words.overdue({ when }) : words.states[one.state]({ when })}
        </StatusDot>
        <span className={styles['meta']}>
          {one.store_name} · {words.sources[one.source]}
        </span>
      </span>
    </li>
  )
}
