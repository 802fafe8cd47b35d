import type { Sheet } from '@counterfoil/protocol'
import { Badge, EmptyState } from '@counterfoil/ui'
import { type Column, Table } from '@counterfoil/ui/console'
import { useText } from '../../../text'

export interface SheetTableProps {
  /** `undefined` while loading. */
  readonly sheets: readonly Sheet[] | undefined
  /** Whether anything was left out on purpose. */
  readonly filtered: boolean
  readonly onOpen: (staffId: string) => void
}

/** Everybody's hours, one row a person. */
export function SheetTable({ sheets, filtered, onOpen }: SheetTableProps) {
  const { clock: words, hours } = useText().t.console
  const columns = useColumns()
  return (
    <Table
      caption={words.sheets}
      columns={columns}
      empty={
        filtered ? (
          <EmptyState title={hours.none_found}>{hours.none_found_text}</EmptyState>
        ) : (
          <EmptyState title={words.no_sheets}>{words.no_sheets_text}</EmptyState>
        )
      }
      onOpen={({ staff }) => onOpen(staff.id)}
      rowKey={({ staff }) => staff.id}
      rows={sheets}
    />
  )
}

function useColumns(): readonly Column<Sheet>[] {
  const { t, format } = useText()
  const words = t.console.clock
  const time = (ms: number) => (ms === 0 ? '–' : format.duration(ms))
  return [
    { key: 'name', title: words.person, cell: ({ staff }) => staff.name },
    { key: 'odd', title: words.odd, cell: (sheet) => <FirstOdd sheet={sheet} /> },
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

/** What is odd in a sheet, the first by name. */
function FirstOdd({ sheet }: { readonly sheet: Sheet }) {
  const words = useText().t.console.clock
  const [first] = sheet.anomalies
  if (first === undefined) return '–'
  const more = sheet.anomalies.length - 1
  return (
    <Badge tone="warn">
      {words.anomalies[first.kind]}
      {more > 0 && ` +${more}`}
    </Badge>
  )
}
