import { type Column, Table } from '@counterfoil/ui/console'
import { useZoneFormat } from '../../components/use-moment'
import { useText } from '../../text'
import type { DoorPartsProps } from './door-chart'
import styles from './performances.module.css'
import { type Door, useDoorName } from './use-doors'

interface MinuteRow {
  readonly at: number
  readonly doors: ReadonlyMap<string | null, { readonly in: number; readonly out: number }>
}

/** The chart's figures, for whoever reads rather than looks. */
export function DoorTable({ title, doors, span, time_zone }: DoorPartsProps) {
  const { t, format } = useText()
  const words = t.console.performances.page
  const inZone = useZoneFormat()(time_zone)
  const nameOf = useDoorName()
  const columns: readonly Column<MinuteRow>[] = [
    { key: 'time', title: words.time, cell: ({ at }) => inZone.time(at) },
    ...doors.map((door): Column<MinuteRow> => ({
      key: door.device_id ?? 'other',
      title: nameOf(door),
      align: 'end',
      cell: (row) => {
        const moved = row.doors.get(door.device_id)
        if (moved === undefined) return '–'
        if (moved.out === 0) return format.number(moved.in)
        const [people, out] = [format.number(moved.in), format.number(moved.out)]
        return words.in_out({ people, out })
      },
    })),
  ]
  return (
    // Many doors are wider than a phone; the table moves, the page does not.
    <div className={styles['scroll']}>
      <Table
        caption={title}
        columns={columns}
        empty={null}
        rowKey={({ at }) => String(at)}
        rows={rowsOf(doors, span.from, span.step)}
      />
    </div>
  )
}

/** One row for each stretch in which somebody went through, latest first. */
function rowsOf(doors: readonly Door[], from: number, step: number): readonly MinuteRow[] {
  const rows = new Map<number, Map<string | null, { in: number; out: number }>>()
  for (const { device_id, minutes } of doors) {
    for (const minute of minutes) {
      const at = from + Math.floor((Date.parse(minute.at) - from) / step) * step
      const row = rows.get(at) ?? new Map<string | null, { in: number; out: number }>()
      const moved = row.get(device_id) ?? { in: 0, out: 0 }
      row.set(device_id, { in: moved.in + minute.in, out: moved.out + minute.out })
      rows.set(at, row)
    }
  }
  return [...rows].map(([at, row]) => ({ at, doors: row })).sort((a, b) => b.at - a.at)
}
