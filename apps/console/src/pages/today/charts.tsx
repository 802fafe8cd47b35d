import { BarChart } from '@counterfoil/ui/console'
import type { ReactNode } from 'react'
import { useText } from '../../text'
import type { TodayAnswer } from '../../api/today'
import { StaffBars } from './staff-bars'
import styles from './today.module.css'

/** Three small charts: the day's shape, the fortnight, the people. */
export function Charts({ today }: { readonly today: TodayAnswer }) {
  const { t } = useText()
  const words = t.console.today
  const days = today.stamps_by_day.map(({ day, stamps }) => ({
    label: String(Number(day.slice(8))),
    value: stamps,
  }))
  return (
    <div className={styles['charts']}>
      <Chart title={words.by_hour}>
        {today.stamps_today === 0 ? (
          <p className={styles['muted']}>{words.no_stamps}</p>
        ) : (
          <BarChart data={hoursOf(today)} label={words.by_hour} values="highest" />
        )}
      </Chart>
      <Chart title={words.by_day}>
        <BarChart data={days} label={words.by_day} values="highest" />
      </Chart>
      <Chart title={words.by_staff}>
        {today.stamps_by_staff.length === 0 ? (
          <p className={styles['muted']}>{words.no_stamps}</p>
        ) : (
          <StaffBars staff={today.stamps_by_staff} />
        )}
      </Chart>
    </div>
  )
}

function Chart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['chart']}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** From the first busy hour to the last, eight at least, so that a quiet night takes no room. */
function hoursOf({ stamps_by_hour: hours }: TodayAnswer) {
  const first = Math.max(
    0,
    Math.min(
      8,
      hours.findIndex((stamps) => stamps > 0),
    ),
  )
  const last = Math.max(
    first + 7,
    hours.findLastIndex((stamps) => stamps > 0),
    18,
  )
  return hours
    .slice(first, last + 1)
    .map((value, index) => ({ label: String(first + index), value }))
}
