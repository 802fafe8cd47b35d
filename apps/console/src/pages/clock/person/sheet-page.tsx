import type { AnswerOf, ENDPOINTS } from '@counterfoil/protocol'
import { EmptyState, Notice, Skeleton } from '@counterfoil/ui'
import { useParams } from 'react-router'
import { useSheet } from '../../../api/clock'
import { CompleteLine } from '../../../components/complete-line'
import { ErrorState } from '../../../components/error-state'
import { LinkTo } from '../../../components/link-to'
import { Page } from '../../../components/page'
import { useStoreFormat } from '../../../components/use-moment'
import { useText } from '../../../text'
import styles from '../clock.module.css'
import { RequestCards } from '../requests/request-card'
import { rangePart, RangePicker, useRange } from '../use-range'
import { PersonFiles } from './person-files'
import { PunchTable } from './punch-table'
import { ShiftRow } from './shift-row'
import { Trace } from './trace'

type Answer = AnswerOf<typeof ENDPOINTS.getSheet>

/** One person's days: what is odd, each shift drawn as a line, what was clocked and corrected. */
export function SheetPage() {
  const { t, format } = useText()
  const { id = '' } = useParams()
  const words = t.console.clock
  const span = useRange()
  const answer = useSheet(id, span.range)
  const { data } = answer
  const sheet = data?.sheet
  return (
    <Page
      above={<LinkTo to={`/clock?${rangePart(span)}`}>{words.title}</LinkTo>}
      actions={sheet && <PersonFiles person={sheet.staff} span={span} />}
      lead={
        sheet !== undefined &&
        sheet.total.worked_ms > 0 &&
        words.total({
          worked: format.duration(sheet.total.worked_ms),
          breaks: format.duration(sheet.total.break_ms),
        })
      }
      title={sheet?.staff.name ?? words.title}
    >
      <div className={styles['page']}>
        <RangePicker {...span} />
        {answer.isPending && <Skeleton lines={8} />}
        {answer.error && data === undefined && (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        )}
        {data && <PersonParts data={data} />}
        <CompleteLine />
      </div>
    </Page>
  )
}

function PersonParts({ data }: { readonly data: Answer }) {
  const words = useText().t.console.clock
  const formatAt = useStoreFormat()
  const { sheet, requests } = data
  const shifts = sheet.shifts ?? []
  return (
    <>
      <RequestCards requests={requests.filter(({ status }) => status === 'open')} />
      {sheet.anomalies.map(({ kind, op_id, at, store_id }) => (
        <Notice key={`${kind}${op_id}`} title={words.anomalies[kind]} tone="warn">
          {formatAt(store_id).dateTime(at)}
        </Notice>
      ))}
      {shifts.length === 0 && (
        <EmptyState title={words.no_shifts}>{words.no_sheets_text}</EmptyState>
      )}
      <ol className={styles['shifts']}>
        {shifts.map((shift) => (
          <ShiftRow key={`${shift.start}${shift.punches[0]?.op_id}`} shift={shift} />
        ))}
      </ol>
      <PunchTable data={data} />
      <Trace data={data} />
    </>
  )
}
