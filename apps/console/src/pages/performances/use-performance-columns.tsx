import type { Performance } from '@counterfoil/protocol'
import { Badge } from '@counterfoil/ui'
import { CapacityBar, type Column } from '@counterfoil/ui/console'
import { useVenues } from '../../api/performances'
import { useNow } from '../../components/use-now'
import { useText } from '../../text'
import styles from './performances.module.css'
import { isOn, useWhen } from './when'

export function usePerformanceColumns(): readonly Column<Performance>[] {
  const { t, format } = useText()
  const words = t.console.performances
  const venues = useVenues()
  const when = useWhen()
  const venueOf = ({ venue_id }: Performance) =>
    venues.data?.find(({ id }) => id === venue_id)?.name
  return [
    {
      key: 'what',
      title: words.what,
      cell: (performance) => (
        <span className={styles['what']}>
          <bdi className={styles['name']}>{performance.title}</bdi>
          <span className={styles['meta']}>
            <span className={styles['onPhone']}>{when(performance)}</span>
            {venueOf(performance) !== undefined && <span>{venueOf(performance)}</span>}
            <State performance={performance} />
          </span>
        </span>
      ),
    },
    { key: 'when', title: words.when, hideOnPhone: true, nowrap: true, cell: when },
    {
      key: 'booked',
      title: words.booked,
      width: '9rem',
      cell: (performance) => <Booked performance={performance} />,
    },
    {
      key: 'inside',
      title: words.inside,
      align: 'end',
      cell: ({ inside }) => format.number(inside),
    },
  ]
}

function Booked({ performance }: { readonly performance: Performance }) {
  const { t, format } = useText()
  const words = t.console.performances
  const { booked, capacity } = performance
  return (
    <span className={styles['booked']}>
      <span>
        {words.booked_of({ booked: format.number(booked), capacity: format.number(capacity) })}
      </span>
      <CapacityBar
        capacity={capacity}
        label={words.booked}
        parts={[{ label: words.booked, value: booked, look: 'strong' }]}
        small
      />
    </span>
  )
}

/** What is worth knowing of it, beside its name. */
export function State({ performance }: { readonly performance: Performance }) {
  const { performances: words } = useText().t.console
  const now = useNow(60_000)
  if (!performance.active) return <Badge tone="danger">{words.called_off}</Badge>
  return (
    <>
      {isOn(performance, now) && <Badge tone="ok">{words.on_now}</Badge>}
      {performance.booked > performance.capacity && <Badge tone="warn">{words.overbooked}</Badge>}
      {performance.listed && <Badge>{words.listed}</Badge>}
    </>
  )
}
