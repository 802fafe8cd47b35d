import { useText } from '../../text'
import type { TodayAnswer } from '../../api/today'
import styles from './today.module.css'

/** One bar a person, the name before it and the figure behind. */
export function StaffBars({ staff }: { readonly staff: TodayAnswer['stamps_by_staff'] }) {
  const { format } = useText()
  const highest = Math.max(1, ...staff.map(({ stamps }) => stamps))
  return (
    <ol className={styles['people']}>
      {staff.slice(0, 6).map(({ staff_id, name, stamps }) => (
        <li className={styles['person']} key={staff_id}>
          <span className={styles['name']}>{name}</span>
          <span className={styles['track']}>
            <span className={styles['bar']} style={{ width: `${(stamps / highest) * 100}%` }} />
          </span>
          <span className={styles['figure']}>{format.number(stamps)}</span>
        </li>
      ))}
    </ol>
  )
}
