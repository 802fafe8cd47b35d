import type { Performance, PerformanceFigures } from '@counterfoil/protocol'
import { Notice, Skeleton } from '@counterfoil/ui'
import { CapacityBar } from '@counterfoil/ui/console'
import type { ReactNode } from 'react'
import { useFigures } from '../../api/performances'
import { ErrorNotice } from '../../components/error-state'
import { useText } from '../../text'
import styles from './performances.module.css'
import { useOwingDoors } from './use-doors'

/** Who is inside, expected and booked; how full it is; and how sure all of that is. */
export function Figures({ performance }: { readonly performance: Performance }) {
  const answer = useFigures(performance.id)
  const figures = answer.data?.figures
  if (figures === undefined) {
    return answer.error ? <ErrorNotice error={answer.error} /> : <Skeleton lines={3} />
  }
  return (
    <>
      <BigFigures figures={figures} />
      <Room figures={figures} />
      <AtLeast figures={figures} performance={performance} />
    </>
  )
}

function BigFigures({ figures }: { readonly figures: PerformanceFigures }) {
  const { t, format } = useText()
  const words = t.console.performances.page
  const { inside, expected, booked, left, confirmed, pending, walk_ins, left_again } = figures
  const passing = [
    ...(walk_ins > 0 ? [words.walk_ins({ people: walk_ins })] : []),
    ...(left_again > 0 ? [words.left_again({ people: left_again })] : []),
  ]
  const bookings = ({ reservations }: PerformanceFigures['pending']) =>
    words.bookings({ bookings: reservations })
  return (
    <dl className={styles['figures']}>
      <Figure
        hint={
          passing.length === 0
            ? words.of_capacity({ capacity: format.number(figures.capacity) })
            : passing.join(', ')
        }
        label={words.inside}
        value={inside}
      />
      <Figure hint={words.expected_hint} label={words.expected} value={expected} />
      <Figure hint={words.booked_hint({ left })} label={words.booked} value={booked} />
      <Figure hint={bookings(confirmed)} label={words.confirmed} value={confirmed.people} />
      <Figure
        hint={pending.people === 0 ? words.pending_hint : bookings(pending)}
        label={words.pending}
        value={pending.people}
      />
    </dl>
  )
}

interface FigureProps {
  readonly label: string
  readonly value: number
  readonly hint: ReactNode
}

function Figure({ label, value, hint }: FigureProps) {
  const { format } = useText()
  return (
    <div className={styles['figure']}>
      <dt>{label}</dt>
      <dd className={styles['value']}>{format.number(value)}</dd>
      <dd className={styles['hint']}>{hint}</dd>
    </div>
  )
}

function Room({ figures }: { readonly figures: PerformanceFigures }) {
  const { t, format } = useText()
  const words = t.console.performances.page
  const { capacity, inside, expected } = figures
  const free = capacity - inside - expected
  return (
    <CapacityBar
      capacity={capacity}
      label={words.room}
      parts={[
        { label: words.part_inside, value: Math.max(0, inside), look: 'strong' },
        { label: words.part_expected, value: expected, look: 'soft' },
      ]}
      rest={
        free >= 0
          ? words.free({ people: format.number(free) })
          : words.over({ people: format.number(-free) })
      }
    />
  )
}

/** The count is a lower bound while a door owes something. */
function AtLeast(props: {
  readonly performance: Performance
  readonly figures: PerformanceFigures
}) {
  const { t, format } = useText()
  const words = t.console.performances.page
  const owing = useOwingDoors(props.performance, props.figures)
  if (owing.length === 0) return null
  return (
    <Notice
      title={words.at_least.title({ inside: format.number(props.figures.inside) })}
      tone="warn"
    >
      {words.at_least.text({ doors: format.list(owing) })}
    </Notice>
  )
}
