import type { Performance } from '@counterfoil/protocol'
import { Notice, Skeleton } from '@counterfoil/ui'
import { Tabs } from '@counterfoil/ui/console'
import { useParams } from 'react-router'
import { usePerformance, useVenues } from '../../api/performances'
import { ErrorState } from '../../components/error-state'
import { LinkTo } from '../../components/link-to'
import { Page } from '../../components/page'
import { useZoneFormat } from '../../components/use-moment'
import { useSearchPart } from '../../components/use-search-part'
import { useText } from '../../text'
import { Doors } from './doors'
import { Figures } from './figures'
import { GuestList } from './guests/guest-list'
import { PerformanceActions } from './performance-actions'
import styles from './performances.module.css'
import { TicketList } from './tickets/ticket-list'
import { State } from './use-performance-columns'
import { useWhen } from './when'

/** One evening as it is now: its figures always in view, below them doors, guests or tickets. */
export function PerformancePage() {
  const { t } = useText()
  const { id = '' } = useParams()
  const words = t.console.performances
  const answer = usePerformance(id)
  const performance = answer.data?.performance
  return (
    <Page
      above={<LinkTo to="/performances">{words.title}</LinkTo>}
      actions={performance && <PerformanceActions performance={performance} />}
      lead={performance && <Facts performance={performance} />}
      title={performance?.title ?? words.title}
    >
      {answer.isPending && <Skeleton lines={8} />}
      {answer.error && performance === undefined && (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {performance && (
        <div className={styles['page']}>
          {!performance.active && <Notice tone="danger">{words.off.notice}</Notice>}
          <Figures performance={performance} />
          <Parts performance={performance} />
        </div>
      )}
    </Page>
  )
}

/** When, where, since when the doors are open: as one line. */
function Facts({ performance }: { readonly performance: Performance }) {
  const { t } = useText()
  const words = t.console.performances
  const when = useWhen()
  const format = useZoneFormat()(performance.time_zone)
  const venues = useVenues()
  const venue = venues.data?.find(({ id }) => id === performance.venue_id)
  const { opens_at } = performance
  const facts = [
    when(performance),
    ...(opens_at === null ? [] : [words.page.doors_open({ time: format.time(opens_at) })]),
    ...(venue === undefined ? [] : [venue.name]),
  ]
  return (
    <span className={styles['facts']}>
      {facts.join(' · ')}
      <State performance={performance} />
    </span>
  )
}

const PARTS = ['doors', 'guests', 'tickets'] as const

function Parts({ performance }: { readonly performance: Performance }) {
  const { page: words } = useText().t.console.performances
  const [part, setPart] = useSearchPart('part')
  return (
    <Tabs
      label={words.parts}
      onSelect={(next) => setPart(next === 'doors' ? undefined : next)}
      selected={PARTS.find((each) => each === part) ?? 'doors'}
      tabs={[
        { id: 'doors', label: words.doors, content: <Doors performance={performance} /> },
        { id: 'guests', label: words.guests, content: <GuestList performance={performance} /> },
        { id: 'tickets', label: words.tickets, content: <TicketList performance={performance} /> },
      ]}
    />
  )
}
