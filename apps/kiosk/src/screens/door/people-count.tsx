import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { useText } from '../../app/text'
import { useDoor } from './door-context'
import styles from './people-count.module.css'

export interface PeopleCountProps {
  readonly people: number
  readonly most: number
}

/** A number between two keys that a thumb cannot miss. */
export function PeopleCount({ people, most }: PeopleCountProps) {
  const { flow } = useDoor()
  const { t } = useText()
  const words = t.common.form
  const change = (by: number) => () => flow.send({ type: 'people', by })
  return (
    <div aria-label={t.door.ask.count} className={styles['count']} role="group">
      <button
        aria-label={words.decrease}
        className={styles['key']}
        disabled={people <= 1}
        onClick={change(-1)}
        type="button"
      >
        <Minus aria-hidden />
      </button>
      <output aria-live="polite" className={styles['number']}>
        {people}
      </output>
      <button
        aria-label={words.increase}
        className={styles['key']}
        disabled={people >= most}
        onClick={change(1)}
        type="button"
      >
        <Plus aria-hidden />
      </button>
    </div>
  )
}
