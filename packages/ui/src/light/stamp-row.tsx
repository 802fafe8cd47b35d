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
      {halves(total).map((half) => (
        <span className={styles['half']} key={half[0]}>
          {half.map((index) => (
            <Slot
              isFresh={index < filled && index >= filled - fresh}
              isFull={index < filled}
              isLast={index === total - 1}
              key={index}
            />
          ))}
        </span>
      ))}
    </div>
  )
}

/** Ten stamps break into five and five where there is no room, never into seven and three. */
function halves(total: number): number[][] {
  const slots = Array.from({ length: total }, (_, index) => index)
  const middle = total <= 5 ? total : Math.ceil(total / 2)
  return [slots.slice(0, middle), slots.slice(middle)].filter((half) => half.length > 0)
}

interface SlotProps {
  readonly isFull: boolean
  readonly isFresh: boolean
  readonly isLast: boolean
}

function Slot({ isFull, isFresh, isLast }: SlotProps) {
  return (
    <span className={cx(styles['slot'], isFull && styles['filled'], isFresh && styles['fresh'])}>
      {isFull ? <Check strokeWidth={3} /> : isLast && <Gift strokeWidth={1.75} />}
    </span>
  )
}
