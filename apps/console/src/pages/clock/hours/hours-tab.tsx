import { Notice } from '@counterfoil/ui'
import { useNavigate } from 'react-router'
import { useOpenRequests, useSheets } from '../../../api/clock'
import { CompleteLine } from '../../../components/complete-line'
import { ErrorState } from '../../../components/error-state'
import { LinkTo } from '../../../components/link-to'
import { usePath } from '../../../session/merchant'
import { useText } from '../../../text'
import styles from '../clock.module.css'
import { rangePart, RangePicker, useRange } from '../use-range'
import { HourFilterBar, useHourFilters } from './hour-filters'
import { HourFiles } from './hour-files'
import { Picture } from './picture'
import { PresenceList } from './presence-list'
import { SheetTable } from './sheet-table'

/** Who is at work now, and everybody's hours as a table or as a picture, what is odd first. */
export function HoursTab() {
  const span = useRange()
  const filters = useHourFilters()
  return (
    <div className={styles['page']}>
      <WaitingRequests />
      <PresenceList storeId={filters.asked.store_id} />
      <div className={styles['bar']}>
        <RangePicker {...span} />
        <HourFiles filters={filters} span={span} />
      </div>
      <HourFilterBar filters={filters} />
      <Sheets filters={filters} span={span} />
      <CompleteLine />
    </div>
  )
}

interface SheetsProps {
  readonly filters: ReturnType<typeof useHourFilters>
  readonly span: ReturnType<typeof useRange>
}

function Sheets({ filters, span }: SheetsProps) {
  const picture = filters.view === 'picture'
  const sheets = useSheets(span.range, filters.asked, picture)
  const navigate = useNavigate()
  const path = usePath()
  const { data, error } = sheets
  if (error !== null && data === undefined) {
    return <ErrorState error={error} onRetry={() => void sheets.refetch()} />
  }
  // People who have left and did nothing in these days are no rows; what is odd comes first.
  const rows = data?.items
    .filter(({ staff, days, anomalies }) => staff.active || days.length + anomalies.length > 0)
    .filter(({ anomalies }) => !filters.odd || anomalies.length > 0)
    .toSorted((a, b) => b.anomalies.length - a.anomalies.length)
  if (picture) return <Picture range={span.range} sheets={rows} />
  return (
    <SheetTable
      filtered={filters.any}
      onOpen={(id) => void navigate(path(`/clock/${id}?${rangePart(span)}`))}
      sheets={rows}
    />
  )
}

/** Says that somebody waits for an answer, where everybody looks first. */
function WaitingRequests() {
  const { requests: words, hours } = useText().t.console
  const waiting = useOpenRequests().data?.items.length ?? 0
  if (waiting === 0) return null
  return (
    <Notice
      action={
        <LinkTo look={{ size: 'small' }} to="/clock?part=requests">
          {hours.tabs.requests}
        </LinkTo>
      }
      tone="info"
    >
      {words.waiting({ requests: waiting })}
    </Notice>
  )
}
