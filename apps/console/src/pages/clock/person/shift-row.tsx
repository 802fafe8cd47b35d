import type { WireShift } from '@counterfoil/protocol'
import { useStoreFormat } from '../../../components/use-moment'
import { useText } from '../../../text'
import styles from '../clock.module.css'

const DAY = 24 * 3_600_000

/** A shift: its day, its times, and a line over the day with work full and breaks hatched. */
export function ShiftRow({ shift }: { readonly shift: WireShift }) {
  const { t } = useText()
  const words = t.console.clock
  const format = useStoreFormat()(shift.store_id)
  const { start, end, spans, breaks } = shift
  const [hours = 0, minutes = 0] = format.time(start).split(':').map(Number)
  const begin = Date.parse(start) - (hours * 60 + minutes) * 60_000
  const place = (at: string) => Math.min(1, (Date.parse(at) - begin) / DAY)
  const piece = (kind: 'work' | 'pause') => (span: { from: string; until: string }) => (
    <span
      className={styles[kind]}
      key={`${kind}${span.from}`}
      style={{
        left: `${place(span.from) * 100}%`,
        width: `${(place(span.until) - place(span.from)) * 100}%`,
      }}
    />
  )
  return (
    <li className={styles['shift']}>
      <span>{format.day(start)}</span>
      <span className={styles['line']}>
        {spans.map(piece('work'))}
        {breaks.map(piece('pause'))}
      </span>
      <span>
        {format.time(start)}–{end === null ? words.open : format.time(end)}
      </span>
      <strong>{shift.worked_ms === 0 ? '–' : format.duration(shift.worked_ms)}</strong>
    </li>
  )
}
