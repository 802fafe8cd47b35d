import type { Performance, PerformanceFigures } from '@counterfoil/protocol'
import { Button, EmptyState, Skeleton } from '@counterfoil/ui'
import { useState } from 'react'
import { useFigures } from '../../api/performances'
import { LinkTo } from '../../components/link-to'
import { useText } from '../../text'
import { DoorChart } from './door-chart'
import { DoorTable } from './door-table'
import { KeptPlaces } from './leases/kept-places'
import styles from './performances.module.css'
import { useAllDoors } from './use-doors'
import { useSpan } from './use-span'

/** What went through each door and when, and which doors are quiet. */
export function Doors({ performance }: { readonly performance: Performance }) {
  const { data } = useFigures(performance.id)
  if (data === undefined) return <Skeleton lines={6} />
  return <DoorView figures={data.figures} performance={performance} />
}

interface DoorViewProps {
  readonly performance: Performance
  readonly figures: PerformanceFigures
}

function DoorView({ performance, figures }: DoorViewProps) {
  const { page: words } = useText().t.console.performances
  const doors = useAllDoors(performance, figures)
  const span = useSpan(performance, figures)
  const [isTable, setTable] = useState(false)
  if (doors.length === 0) {
    return (
      <section className={styles['doors']}>
        <EmptyState title={words.no_doors.title}>{words.no_doors.text}</EmptyState>
        <KeptPlaces performance_id={performance.id} />
      </section>
    )
  }
  const minutes = span.step / 60_000
  const title = minutes === 1 ? words.by_minute : words.by_minutes({ minutes })
  const parts = { doors, span, title, time_zone: performance.time_zone }
  return (
    <section className={styles['doors']}>
      <div className={styles['head']}>
        <h2>{title}</h2>
        <div className={styles['switch']}>
          <Button
            aria-pressed={!isTable}
            onClick={() => setTable(false)}
            size="small"
            variant={isTable ? 'quiet' : 'secondary'}
          >
            {words.as_chart}
          </Button>
          <Button
            aria-pressed={isTable}
            onClick={() => setTable(true)}
            size="small"
            variant={isTable ? 'secondary' : 'quiet'}
          >
            {words.as_table}
          </Button>
        </div>
      </div>
      {isTable ? <DoorTable {...parts} /> : <DoorChart {...parts} />}
      <KeptPlaces performance_id={performance.id} />
      <LinkTo to={`/ledger?performance_id=${performance.id}`}>{words.history}</LinkTo>
    </section>
  )
}
