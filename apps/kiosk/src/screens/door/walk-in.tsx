import { Button } from '@counterfoil/ui'
import LogIn from 'lucide-react/icons/log-in'
import type { DoorStep } from '../../app/door/door-state'
import { mostPeople } from '../../app/door/door-people'
import { useText } from '../../app/text'
import { Layer } from '../layer'
import styles from './ask.module.css'
import { useDoor } from './door-context'
import { PeopleCount } from './people-count'

/** Guests without a ticket: how many, and in they go. */
export function WalkIn({ step }: { readonly step: Extract<DoorStep, { at: 'walk_in' }> }) {
  const { flow } = useDoor()
  const { t } = useText()
  const words = t.door.walk
  const { people } = step
  return (
    <Layer label={words.title} screen="walk-in">
      <div className={styles['ask']}>
        <h1 className={styles['title']}>{words.title}</h1>
        <PeopleCount most={mostPeople(step)} people={people} />
        <div className={styles['ways']}>
          <Button
            className={styles['go']}
            icon={<LogIn aria-hidden />}
            onClick={() => flow.send({ type: 'go' })}
            size="large"
            variant="primary"
          >
            {words.go({ people })}
          </Button>
          <Button onClick={() => flow.send({ type: 'home' })} size="large">
            {t.common.action.cancel}
          </Button>
        </div>
      </div>
    </Layer>
  )
}
