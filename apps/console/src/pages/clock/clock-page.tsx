import type { Sheet } from '@counterfoil/protocol'
import { Badge, Button, EmptyState } from '@counterfoil/ui'
import { type Column, Table, useToast } from '@counterfoil/ui/console'
import Download from 'lucide-react/icons/download'
import { useNavigate } from 'react-router'
import { type DayRange, useExportPayroll, useSheets } from '../../api/clock'
import { ErrorState } from '../../components/error-state'
import { Page } from '../../components/page'
import { saveFile } from '../../components/save-file'
import { useProblemText } from '../../components/use-problem-text'
import { usePath } from '../../session/merchant'
import { useText } from '../../text'
import styles from './clock.module.css'
import { CompleteLine } from './complete-line'
import { daysOfMonth } from './months'
import { PresenceList } from './presence-list'
import { MonthPicker, useMonth } from './use-month'

/** Who is at work now, and everybody's hours of a month, what is odd first. */
export function ClockPage() {
  const { t } = useText()
  const words = t.console.clock
  const month = useMonth()
  const range = daysOfMonth(month.month)
  return (
    <Page actions={<PayrollButton range={range} />} lead={words.lead} title={words.title}>
      <div className={styles['page']}>
        <PresenceList />
        <MonthPicker {...month} />
        <Sheets range={range} />
      </div>
    </Page>
  )
}

function Sheets({ range }: { readonly range: DayRange }) {
  const { t } = useText()
  const words = t.console.clock
  const sheets = useSheets(range)
  const navigate = useNavigate()
  const path = usePath()
  const columns = useSheetColumns()
  const { data, error } = sheets
  if (error !== null && data === undefined) {
    return <ErrorState error={error} onRetry={() => void sheets.refetch()} />
  }
  // People who have left and did nothing in this month are no rows; what is odd comes first.
  const rows = data?.items
    .filter(({ staff, days, anomalies }) => staff.active || days.length + anomalies.length > 0)
    .toSorted((a, b) => b.anomalies.length - a.anomalies.length)
  return (
    <Table
      caption={words.sheets}
      columns={columns}
      empty={<EmptyState title={words.no_sheets}>{words.no_sheets_text}</EmptyState>}
      foot={data && <CompleteLine completeness={data.completeness} />}
      onOpen={({ staff }) =>
        void navigate(path(`/clock/${staff.id}?month=${range.from.slice(0, 7)}`))
      }
      rowKey={({ staff }) => staff.id}
      rows={rows}
    />
  )
}

function useSheetColumns(): readonly Column<Sheet>[] {
  const { t, format } = useText()
  const words = t.console.clock
  const time = (ms: number) => (ms === 0 ? '–' : format.duration(ms))
  return [
    { key: 'name', title: words.person, cell: ({ staff }) => staff.name },
    {
      key: 'odd',
      title: words.odd,
      cell: ({ anomalies }) => {
        const [first] = anomalies
        if (first === undefined) return '–'
        const more = anomalies.length - 1
        return (
          <Badge tone="warn">
            {words.anomalies[first.kind]}
            {more > 0 && ` +${more}`}
          </Badge>
        )
      },
    },
    {
      key: 'days',
      title: words.days,
      align: 'end',
      hideOnPhone: true,
      cell: ({ days }) => format.number(days.length),
    },
    {
      key: 'break',
      title: words.breaks,
      align: 'end',
      hideOnPhone: true,
      nowrap: true,
      cell: ({ total }) => time(total.break_ms),
    },
    {
      key: 'worked',
      title: words.worked,
      align: 'end',
      nowrap: true,
      cell: ({ total }) => time(total.worked_ms),
    },
  ]
}

function PayrollButton({ range }: { readonly range: DayRange }) {
  const { t } = useText()
  const file = useExportPayroll()
  const toast = useToast()
  const problem = useProblemText()
  const words = t.console.clock
  const save = () =>
    file.mutate(range, {
      onSuccess: ({ name, content }) => saveFile(name, content),
      onError: (error) =>
        toast({ title: words.file_failed, text: problem(error).sentence, tone: 'danger' }),
    })
  return (
    <Button busy={file.isPending} icon={<Download aria-hidden />} onClick={save}>
      {words.payroll}
    </Button>
  )
}
