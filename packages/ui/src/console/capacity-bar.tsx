import { cx } from '../cx'
import { useFormat } from '../language'
import styles from './capacity-bar.module.css'

export interface CapacityPart {
  readonly label: string
  readonly value: number
  /** The darker, the more certain; `strong` and `soft` differ in pattern too. */
  readonly look: 'strong' | 'soft'
}

export interface CapacityBarProps {
  /** Says what the bar shows; read aloud before its values. */
  readonly label: string
  /** As many as there is room for; more than that sticks out beyond the mark. */
  readonly capacity: number
  readonly parts: readonly CapacityPart[]
  /** Named like a part: "86 free". */
  readonly rest?: string
  /** In a row of a table: no words, no marks. */
  readonly small?: boolean
}

/** How full something is, in parts; each labelled where it stands. */
export function CapacityBar({ label, capacity, parts, rest, small = false }: CapacityBarProps) {
  const format = useFormat()
  const shown = parts.filter(({ value }) => value > 0)
  const total = shown.reduce((sum, { value }) => sum + value, 0)
  const scale = Math.max(capacity, total, 1)
  const read = [...parts.map((part) => `${format.number(part.value)} ${part.label}`), rest]
  const name = `${label}: ${read.filter((text) => text !== undefined).join(', ')}`
  return (
    <div aria-label={name} className={cx(styles['frame'], small && styles['small'])} role="img">
      <div className={styles['track']}>
        {shown.map((part) => (
          <div
            className={cx(styles['part'], styles[part.look])}
            key={part.label}
            style={{ flexBasis: `${(part.value / scale) * 100}%` }}
          />
        ))}
        {total > capacity && (
          <div className={styles['limit']} style={{ left: `${(capacity / scale) * 100}%` }} />
        )}
      </div>
      {!small && (
        <ul className={styles['words']}>
          {parts.map((part) => (
            <li key={part.label}>
              <span className={cx(styles['key'], styles[part.look])} />
              <strong>{format.number(part.value)}</strong> {part.label}
            </li>
          ))}
          {rest !== undefined && (
            <li>
              <span className={styles['key']} />
              {rest}
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
