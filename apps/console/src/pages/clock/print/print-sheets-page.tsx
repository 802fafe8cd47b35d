import { Button, EmptyState, Skeleton } from '@counterfoil/ui'
import { useCompleteness, useSheets } from '../../../api/clock'
import { CompleteLine } from '../../../components/complete-line'
import { ErrorState } from '../../../components/error-state'
import { LinkTo } from '../../../components/link-to'
import { Page } from '../../../components/page'
import { PrintSheet, printSheet } from '../../../components/print-sheet'
import { useText } from '../../../text'
import styles from '../clock.module.css'
import { useHourFilters } from '../hours/hour-filters'
import { rangePart, RangePicker, useRange } from '../use-range'
import { PaperSheet } from './paper-sheet'
import './pages.css'

const SHOWN = 2

/** Everybody's sheet on paper, one page each, to be signed. */
export function PrintSheetsPage() {
  const { clock, hours: words } = useText().t.console
  const span = useRange()
  const { asked } = useHourFilters()
  const sheets = useSheets(span.range, asked, true)
  // Paper says how complete it is, so there is none before that is known.
  const complete = useCompleteness()
  const failed = [sheets, complete].find(({ error, data }) => error && !data)
  const rows = sheets.data?.items.filter(
    ({ days, anomalies }) => days.length + anomalies.length > 0,
  )
  const papers = rows?.map((sheet) => (
    <PaperSheet key={sheet.staff.id} range={span} sheet={sheet} />
  ))
  return (
    <Page
      above={<LinkTo to={`/clock?${rangePart(span)}`}>{clock.title}</LinkTo>}
      title={words.print_title}
    >
      <div className={styles['page']}>
        <RangePicker {...span} />
        {failed?.error && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
        {(sheets.isPending || complete.isPending) && <Skeleton lines={6} />}
        {papers?.length === 0 && <EmptyState title={words.print_none} />}
        {complete.data && papers !== undefined && papers.length > 0 && (
          <>
            <div className={styles['files']}>
              <Button onClick={printSheet} variant="primary">
                {words.print_now}
              </Button>
              <span className={styles['meta']}>{words.print_ready({ sheets: papers.length })}</span>
            </div>
            <div className={styles['papers']}>{papers.slice(0, SHOWN)}</div>
            <PrintSheet>
              <div className="print-hours">{papers}</div>
            </PrintSheet>
          </>
        )}
        <CompleteLine />
      </div>
    </Page>
  )
}
