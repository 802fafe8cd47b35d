import { Skeleton } from '@counterfoil/ui'
import { Stat } from '@counterfoil/ui/console'
import { type TodayAnswer, useToday } from '../../api/today'
import { ErrorState } from '../../components/error-state'
import { Page } from '../../components/page'
import { useText } from '../../text'
import { Charts } from './charts'
import { DoorToday } from './door-today'
import { FirstSteps } from './first-steps'
import { LatestEntries } from './latest-entries'
import styles from './today.module.css'
import { Waiting } from './waiting'

/** What happened, what waits for a decision, which tablets are quiet. */
export function TodayPage() {
  const { t, format } = useText()
  const today = useToday()
  const data = today.data
  return (
    <Page
      title={t.console.today.title}
      {...(data && { lead: `${weekday(data, format)}, ${format.date(data.server_time)}` })}
    >
      {today.error && !data && (
        <ErrorState error={today.error} onRetry={() => void today.refetch()} />
      )}
      {today.isPending && <Skeleton lines={8} />}
      {data && (
        <div className={styles['page']}>
          <FirstSteps />
          <Figures today={data} />
          <DoorToday />
          <Waiting today={data} />
          <Charts today={data} />
          <LatestEntries />
        </div>
      )}
    </Page>
  )
}

function weekday(data: TodayAnswer, format: ReturnType<typeof useText>['format']): string {
  const day = data.stamps_by_day.at(-1)?.day ?? data.server_time.slice(0, 10)
  return format.weekday(new Date(`${day}T00:00:00Z`).getUTCDay())
}

function Figures({ today }: { readonly today: TodayAnswer }) {
  const { t, format } = useText()
  const words = t.console.today
  const yesterday = today.stamps_by_day.at(-2)
  return (
    <div className={styles['figures']}>
      <Stat
        hint={yesterday && <span className={styles['hint']}>{words.yesterday(yesterday)}</span>}
        label={words.stamps}
        value={format.number(today.stamps_today)}
      />
      <Stat label={words.cards} value={format.number(today.cards_today)} />
      <Stat
        hint={<span className={styles['hint']}>{words.refused_hint}</span>}
        label={words.refused}
        value={format.number(today.refused_today)}
      />
    </div>
  )
}
