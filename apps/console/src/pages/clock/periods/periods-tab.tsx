import { ENDPOINTS, type Period } from '@counterfoil/protocol'
import { Badge, Button, EmptyState, Skeleton } from '@counterfoil/ui'
import { useState } from 'react'
import { usePeriods } from '../../../api/clock'
import { CompleteLine } from '../../../components/complete-line'
import { ErrorState } from '../../../components/error-state'
import { LinkTo } from '../../../components/link-to'
import { MoreButton } from '../../../components/more-button'
import { useDialog } from '../../../components/use-dialog'
import { useMoment } from '../../../components/use-moment'
import { useMay } from '../../../session/merchant'
import { useText } from '../../../text'
import styles from '../clock.module.css'
import { ClosePeriodDialog } from './close-period-dialog'
import { ReopenDialog } from './reopen-dialog'
import { usePeriodDays } from './use-period-days'

/** Days that are frozen: which, since when, by whom, without which tablets, and opened again why. */
export function PeriodsTab() {
  const words = useText().t.console.periods
  const may = useMay()
  const list = usePeriods()
  const dialog = useDialog()
  const items = list.data?.pages.flatMap((page) => page.items)
  return (
    <div data-stack>
      <div className={styles['bar']}>
        <p className={styles['meta']}>{words.lead}</p>
        {may(ENDPOINTS.closePeriod) && (
          <Button onClick={dialog.open} variant="primary">
            {words.close}
          </Button>
        )}
      </div>
      {list.error && items === undefined && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && <Skeleton lines={4} />}
      {items?.length === 0 && <EmptyState title={words.empty.title}>{words.empty.text}</EmptyState>}
      {items?.map((period) => (
        <PeriodCard key={period.id} period={period} />
      ))}
      <MoreButton list={list} />
      <CompleteLine />
      {dialog.isOpen && <ClosePeriodDialog onClose={dialog.close} />}
    </div>
  )
}

function PeriodCard({ period }: { readonly period: Period }) {
  const words = useText().t.console.periods
  const may = useMay()
  const [opening, setOpening] = useState(false)
  const days = usePeriodDays()
  const isClosed = period.status === 'closed'
  return (
    <article className={styles['card']}>
      <div className={styles['words']}>
        <strong>
          {days(period)} · {period.store_name}
        </strong>
        <span>
          <Badge tone={isClosed ? 'ok' : 'warn'}>{words.states[period.status]}</Badge>
        </span>
        <PeriodTrace period={period} />
      </div>
      {isClosed && may(ENDPOINTS.reopenPeriod) && (
        <div className={styles['files']}>
          <Button onClick={() => setOpening(true)} size="small">
            {words.reopen}
          </Button>
        </div>
      )}
      {opening && <ReopenDialog onClose={() => setOpening(false)} period={period} />}
    </article>
  )
}

function PeriodTrace({ period }: { readonly period: Period }) {
  const { t, format } = useText()
  const words = t.console.periods
  const moment = useMoment()
  const { closed_by, closed_at, note, without, reopened_at, reopened_by, reopen_reason } = period
  return (
    <>
      <span className={styles['meta']}>
        {words.closed_by({ who: closed_by, when: moment(closed_at) })}{' '}
        {note !== '' && <q>{note}</q>}
      </span>
      {without.length > 0 && (
        <span className={styles['meta']}>
          {words.without({ tablets: format.list(without.map(({ label }) => label)) })}.{' '}
          <LinkTo to="/reviews">{words.late}</LinkTo>
        </span>
      )}
      {reopened_at !== null && (
        <span className={styles['meta']}>
          {words.reopened_by({ who: reopened_by ?? '', when: moment(reopened_at) })}{' '}
          {reopen_reason !== null && <q>{reopen_reason}</q>}
        </span>
      )}
    </>
  )
}
