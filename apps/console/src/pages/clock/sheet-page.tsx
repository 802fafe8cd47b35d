import { Button, EmptyState, Notice, Skeleton } from '@counterfoil/ui'
import { useToast } from '@counterfoil/ui/console'
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import { useParams } from 'react-router'
import { type DayRange, useExportCalendar, useSheet } from '../../api/clock'
import { ErrorState } from '../../components/error-state'
import { LinkTo } from '../../components/link-to'
import { Page } from '../../components/page'
import { saveFile } from '../../components/save-file'
import { useStoreFormat } from '../../components/use-moment'
import { useProblemText } from '../../components/use-problem-text'
import { useText } from '../../text'
import styles from './clock.module.css'
import { CompleteLine } from './complete-line'
import { daysOfMonth } from './months'
import { ShiftRow } from './shift-row'
import { MonthPicker, useMonth } from './use-month'

/** One person's month: what is odd, each shift drawn as a line, and its totals. */
export function SheetPage() {
  const { t, format } = useText()
  const { id = '' } = useParams()
  const words = t.console.clock
  const month = useMonth()
  const range = daysOfMonth(month.month)
  const answer = useSheet(id, range)
  const { data } = answer
  const formatAt = useStoreFormat()
  const sheet = data?.sheet
  return (
    <Page
      above={<LinkTo to="/clock">{words.title}</LinkTo>}
      actions={<CalendarButton id={id} range={range} />}
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
        <MonthPicker {...month} />
        {answer.isPending && <Skeleton lines={8} />}
        {answer.error && data === undefined && (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        )}
        {sheet?.anomalies.map(({ kind, op_id, at, store_id }) => (
          <Notice key={`${kind}${op_id}`} title={words.anomalies[kind]} tone="warn">
            {formatAt(store_id).dateTime(at)}
          </Notice>
        ))}
        {sheet !== undefined && (sheet.shifts ?? []).length === 0 && (
          <EmptyState title={words.no_shifts}>{words.no_sheets_text}</EmptyState>
        )}
        <ol className={styles['shifts']}>
          {sheet?.shifts?.map((shift) => (
            <ShiftRow key={`${shift.start}${shift.punches[0]?.op_id}`} shift={shift} />
          ))}
        </ol>
        {data && <CompleteLine completeness={data.completeness} />}
      </div>
    </Page>
  )
}

function CalendarButton({ id, range }: { readonly id: string; readonly range: DayRange }) {
  const { t } = useText()
  const file = useExportCalendar()
  const toast = useToast()
  const problem = useProblemText()
  const words = t.console.clock
  const save = () =>
    file.mutate(
      { id, ...range },
      {
        onSuccess: ({ name, content }) => saveFile(name, content),
        onError: (error) =>
          toast({ title: words.file_failed, text: problem(error).sentence, tone: 'danger' }),
      },
    )
  return (
    <Button busy={file.isPending} icon={<CalendarPlus aria-hidden />} onClick={save}>
      {words.calendar}
    </Button>
  )
}
