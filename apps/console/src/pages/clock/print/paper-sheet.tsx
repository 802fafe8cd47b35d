import type { Sheet } from '@counterfoil/protocol'
import { useStoreFormat } from '../../../components/use-moment'
import { useCompleteText } from '../../../components/use-complete-text'
import { useNow } from '../../../components/use-now'
import { useText } from '../../../text'
import { useDayText } from '../use-day-text'
import { type useRange, useRangeTitle } from '../use-range'
import styles from './paper-sheet.module.css'

export interface PaperSheetProps {
  /** With its shifts. */
  readonly sheet: Sheet
  readonly range: Pick<ReturnType<typeof useRange>, 'kind' | 'range'>
}

/** One person's days on one page: from, to, breaks, hours, totals, what is odd, and two signatures. */
export function PaperSheet({ sheet, range }: PaperSheetProps) {
  const { t, format } = useText()
  const { hours: words, clock } = t.console
  const title = useRangeTitle()
  const now = useNow(60_000)
  const complete = useCompleteText()
  const { staff, total } = sheet
  return (
    <article className={styles['sheet']}>
      <header>
        <strong className={styles['name']}>{staff.name}</strong>
        <span>{title(range.kind, range.range)}</span>
        <span className={styles['quiet']}>
          {words.number} {staff.personnel_number}
        </span>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.from_to}</th>
            <th className={styles['end']} scope="col">
              {clock.breaks}
            </th>
            <th className={styles['end']} scope="col">
              {clock.worked}
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.days.map((day) => (
            <DayRow day={day} key={day.day} sheet={sheet} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th colSpan={2} scope="row">
              {words.total}
            </th>
            <td className={styles['end']}>{format.duration(total.break_ms)}</td>
            <td className={styles['end']}>{format.duration(total.worked_ms)}</td>
          </tr>
        </tfoot>
      </table>
      <Odd sheet={sheet} />
      <footer>
        <span>{words.signed_person}</span>
        <span>{words.signed_manager}</span>
        <span className={styles['quiet']}>
          {[words.made({ when: format.dateTime(now, now) }), complete]
            .filter((text) => text !== undefined)
            .join(' · ')}
        </span>
      </footer>
    </article>
  )
}

function DayRow({ day, sheet }: { readonly day: Sheet['days'][number]; readonly sheet: Sheet }) {
  const { t, format } = useText()
  const formatAt = useStoreFormat()
  const dayText = useDayText()
  const time = (ms: number) => (ms === 0 ? '–' : format.duration(ms))
  const shifts = (sheet.shifts ?? []).filter((shift) => shift.day === day.day)
  const told = shifts.map(({ store_id, start, end }) => {
    const at = formatAt(store_id)
    return `${at.time(start)}–${end === null ? t.console.clock.open : at.time(end)}`
  })
  return (
    <tr>
      <td>{dayText(day.day)}</td>
      <td>{told.join(', ')}</td>
      <td className={styles['end']}>{time(day.break_ms)}</td>
      <td className={styles['end']}>{time(day.worked_ms)}</td>
    </tr>
  )
}

/** What is still odd, and that somebody put something right. */
function Odd({ sheet }: { readonly sheet: Sheet }) {
  const { hours: words, clock } = useText().t.console
  const dayText = useDayText()
  return (
    <ul className={styles['odd']}>
      {sheet.anomalies.map(({ kind, day, op_id }) => (
        <li key={`${kind}${op_id}`}>
          {dayText(day)}: {clock.anomalies[kind]}
        </li>
      ))}
      {sheet.amended > 0 && <li>{words.amended({ amended: sheet.amended })}</li>}
    </ul>
  )
}
