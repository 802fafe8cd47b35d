import { epochMs, localDayOf } from '@counterfoil/domain'
import type { Performance } from '@counterfoil/protocol'
import { CapacityBar } from '@counterfoil/ui/console'
import { useFigures, usePerformances } from '../../api/performances'
import { LinkTo } from '../../components/link-to'
import { useZoneFormat } from '../../components/use-moment'
import { useNow } from '../../components/use-now'
import { useText } from '../../text'
import { isOn } from '../performances/when'
import styles from './today.module.css'

/** Tonight's performances as they fill; nothing where there is none. */
export function DoorToday() {
  const { today: words } = useText().t.console
  const all = usePerformances()
  const now = useNow(60_000)
  const tonight = (all.data ?? [])
    .filter((each) => each.active && (isToday(each, now) || isOn(each, now)))
    .toSorted((a, b) => a.starts_at.localeCompare(b.starts_at))
  if (tonight.length === 0) return null
  return (
    <section className={styles['section']}>
      <h2>{words.door}</h2>
      <ul className={styles['evenings']}>
        {tonight.map((performance) => (
          <Evening key={performance.id} performance={performance} />
        ))}
      </ul>
    </section>
  )
}

function isToday({ starts_at, time_zone }: Performance, now: number): boolean {
  return (
    localDayOf(epochMs(Date.parse(starts_at)), time_zone) === localDayOf(epochMs(now), time_zone)
  )
}

function Evening({ performance }: { readonly performance: Performance }) {
  const { t, format } = useText()
  const { page } = t.console.performances
  const { id, title, starts_at, time_zone, capacity } = performance
  const time = useZoneFormat()(time_zone).time(starts_at)
  const figures = useFigures(id).data?.figures
  const inside = Math.max(0, figures?.inside ?? performance.inside)
  const expected = figures?.expected ?? 0
  return (
    <li className={styles['evening']}>
      <p className={styles['evening_head']}>
        <LinkTo to={`/performances/${id}`}>{title}</LinkTo>
        <span className={styles['muted']}>{time}</span>
      </p>
      <CapacityBar
        capacity={capacity}
        label={`${page.room}, ${title}`}
        parts={[
          { label: page.part_inside, value: inside, look: 'strong' },
          { label: page.part_expected, value: expected, look: 'soft' },
        ]}
        rest={page.of_capacity({ capacity: format.number(capacity) })}
      />
    </li>
  )
}
