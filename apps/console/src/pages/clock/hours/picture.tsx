import { epochMs, instantMs, localDayOf, nextDay, startOfDay } from '@counterfoil/domain'
import type { Sheet } from '@counterfoil/protocol'
import { cx, EmptyState, Skeleton } from '@counterfoil/ui'
import { type CSSProperties, useEffect, useRef } from 'react'
import type { DayRange } from '../../../api/clock'
import { LinkTo } from '../../../components/link-to'
import { useNow } from '../../../components/use-now'
import { useText } from '../../../text'
import { daysIn } from '../ranges'
import styles from './picture.module.css'

export interface PictureProps {
  readonly range: DayRange
  /** With their shifts; `undefined` while loading. */
  readonly sheets: readonly Sheet[] | undefined
}

/** Everybody's time as lines over the days: who worked when, at one look. */
export function Picture({ range, sheets }: PictureProps) {
  const { t } = useText()
  const words = t.console.hours
  const frame = useTodayInView(range, sheets !== undefined)
  if (sheets === undefined) return <Skeleton lines={8} />
  if (sheets.length === 0) {
    return <EmptyState title={words.none_found}>{words.none_found_text}</EmptyState>
  }
  const days = daysIn(range)
  const isWeek = days.length <= 7
  const style = { '--days': days.length } as CSSProperties
  return (
    <section
      aria-label={words.picture}
      className={cx(styles['frame'], isWeek && styles['week'])}
      ref={frame}
      // What is wider than the screen can be moved by the keyboard as well.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div className={styles['picture']} style={style}>
        <div className={styles['head']}>
          <span />
          <Days days={days} isWeek={isWeek} />
          <span />
        </div>
        {sheets.map((sheet) => (
          <Row key={sheet.staff.id} range={range} sheet={sheet} />
        ))}
      </div>
      <p className={styles['hint']}>{words.picture_hint}</p>
    </section>
  )
}

/** Where the days are wider than the screen, the present one is seen first. */
function useTodayInView(range: DayRange, shown: boolean) {
  const { format } = useText()
  const days = daysIn(range)
  const passed = days.indexOf(localDayOf(epochMs(useNow(undefined)), format.timeZone)) + 1
  const part = passed / days.length
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    const { current } = frame
    const line = current?.querySelector<HTMLElement>('[data-days]')
    if (current === null || !line || !shown) return
    // To the end of today, with what was before it; the names at the left stay where they are.
    const left = line.getBoundingClientRect().left - current.getBoundingClientRect().left
    current.scrollLeft += left + part * line.offsetWidth - current.clientWidth
  }, [part, shown])
  return frame
}

function Days({ days, isWeek }: { readonly days: readonly string[]; readonly isWeek: boolean }) {
  const { format } = useText()
  return (
    <span aria-hidden className={styles['days']} data-days>
      {days.map((day) => {
        const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
        return (
          <span className={cx((weekday === 0 || weekday === 6) && styles['rest'])} key={day}>
            {isWeek && <>{format.weekday(weekday)} </>}
            {Number(day.slice(8))}
          </span>
        )
      })}
    </span>
  )
}

function Row({ sheet, range }: { readonly sheet: Sheet; readonly range: DayRange }) {
  const { format } = useText()
  const from = startOfDay(range.from, format.timeZone)
  const until = startOfDay(nextDay(range.to), format.timeZone)
  const place = (at: string) =>
    Math.min(1, Math.max(0, (instantMs(at) - from) / (until - from))) * 100
  const piece = (kind: 'work' | 'pause') => (span: { from: string; until: string }) => (
    <span
      className={styles[kind]}
      key={`${kind}${span.from}`}
      style={{ left: `${place(span.from)}%`, width: `${place(span.until) - place(span.from)}%` }}
      title={`${format.dateTime(span.from)}–${format.time(span.until)}`}
    />
  )
  const worked = sheet.total.worked_ms === 0 ? '–' : format.duration(sheet.total.worked_ms)
  return (
    <div className={styles['row']}>
      <LinkTo className={styles['name']} to={`/clock/${sheet.staff.id}?day=${range.from}`}>
        {sheet.staff.name}
      </LinkTo>
      <span className={styles['line']}>
        {sheet.shifts?.flatMap((shift) => [
          ...shift.spans.map(piece('work')),
          ...shift.breaks.map(piece('pause')),
        ])}
        {sheet.anomalies.map(({ at, op_id, kind }) => (
          <span className={styles['odd']} key={`${kind}${op_id}`} style={{ left: `${place(at)}%` }}>
            !
          </span>
        ))}
      </span>
      <strong>{worked}</strong>
    </div>
  )
}
