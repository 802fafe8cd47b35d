import { Avatar, cx } from '@counterfoil/ui'
import Lock from 'lucide-react/icons/lock'
import { useText } from '../app/text'
import { useServerNow } from '../hooks/use-server-now'
import type { Person } from '../kiosk'
import styles from './person-tile.module.css'

export interface PersonTileProps {
  readonly person: Person
  /** First name, or as much as tells people apart. */
  readonly name: string
  readonly onChoose: () => void
}

export function PersonTile({ person, name, onChoose }: PersonTileProps) {
  const { t, format } = useText()
  const now = useServerNow()
  const locked = person.locked_until !== null && person.locked_until > now
  const words = t.kiosk.who
  return (
    <button
      className={cx(styles['tile'], (locked || !person.has_pin) && styles['quiet'])}
      onClick={onChoose}
      type="button"
    >
      <span className={styles['avatar']}>
        <Avatar name={person.name} />
      </span>
      <span className={styles['text']}>
        <span className={styles['name']}>{name}</span>
        {locked && person.locked_until !== null && (
          <span className={styles['note']}>
            <Lock aria-hidden />
            {words.locked_until({ when: format.time(person.locked_until) })}
          </span>
        )}
        {!locked && !person.has_pin && <span className={styles['note']}>{words.no_pin}</span>}
      </span>
    </button>
  )
}
