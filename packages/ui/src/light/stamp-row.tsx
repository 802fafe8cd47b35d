import Check from 'lucide-react/icons/check'
import Gift from 'lucide-react/icons/gift'
import { cx } from '../cx'
import { useCommonText } from '../language'
import styles from './stamp-row.module.css'

export interface StampRowProps {
  readonly total: number
  readonly filled: number
  /** How many of the filled ones were given just now; they come down as a stamp does. */
  readonly fresh?: number
  /** Read instead of "4 of 10". */
  readonly label?: string
}

/**
 * A row of stamps, filling; one picture to a screen reader. On a coloured ground set
 * `--stamp-ink`, `--stamp-on` and `--stamp-halo`; the size is `--stamp`.
 */
export function StampRow({ total, filled, fresh = 0, label }: StampRowProps) {
  const words = useCommonText()
  return (
    <div
      aria-label={label ?? words.stamps_of({ stamps: filled, total })}
      className={styles['row']}
      role="img"
    >
      {Array.from({ length: total }, (_, index) => {
        const full = index < filled
        const isFresh = full && index >= filled - fresh
        return (
          <span
            className={cx(styles['slot'], full && styles['filled'], isFresh && styles['fresh'])}
            key={index}
          >
            {full ? <Check strokeWidth={3} /> : index === total - 1 && <Gift strokeWidth={1.75} />}
          </span>
        )
      })}
    </div>
  )
}
