import { cx } from '@counterfoil/ui'
import { dayBar } from '../../app/clock/day-bar'
import { useText } from '../../app/text'
import type { OwnDay } from '@counterfoil/domain'
import styles from './day-line.module.css'

/** A day drawn as a line: work full, breaks hatched, hours below. Read aloud as a sentence. */
export function DayLine({
  day,
  small = false,
}: {
  readonly day: OwnDay
  readonly small?: boolean
}) {
  const { t, format } = useText()
  const { pieces, ticks } = dayBar(day)
  const said = pieces.map(({ kind, from, until }) => {
    const words = { from: format.time(from), until: format.time(until) }
    return kind === 'work' ? t.clock.bar_work(words) : t.clock.bar_break(words)
  })
  return (
    <div
      aria-label={said.length === 0 ? t.clock.nothing_today : format.list(said)}
      className={cx(styles['line'], small && styles['small'])}
      role="img"
    >
      <div className={styles['track']}>
        {pieces.map(({ kind, left, width, from }) => (
          <span
            className={styles[kind]}
            key={`${kind}${from}`}
            style={{ left: percent(left), width: percent(width) }}
          />
        ))}
      </div>
      {!small && (
        <div aria-hidden className={styles['ticks']}>
          {ticks.map(({ at, left }) => (
            <span key={at} style={{ left: percent(left) }}>
              {format.time(at).slice(0, 2)}
            </span>
          ))}
        </div>
      )}
    </div>
  )
}

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`
