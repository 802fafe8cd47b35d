import { Button } from '@counterfoil/ui'
import LogIn from 'lucide-react/icons/log-in'
import type { DoorStep } from '../../app/door/door-state'
import { mostPeople } from '../../app/door/door-people'
import { useText } from '../../app/text'
import { useAnswered } from '../../hooks/use-answered'
import { Layer } from '../layer'
import styles from './ask.module.css'
import { useDoor } from './door-context'
import { PeopleCount } from './people-count'

/** Before anybody goes in: whose ticket it is, and how many of the party come now. */
export function Ask({ step }: { readonly step: Extract<DoorStep, { at: 'ask' }> }) {
  const { flow } = useDoor()
  const { t } = useText()
  const { ticket, people } = step
  const words = t.door.ask
  const { party_size: party, admitted } = ticket
  useAnswered()
  return (
    <Layer label={words.title} screen="ask">
      <div className={styles['ask']}>
        <div className={styles['whose']}>
          <p className={styles['name']}>{ticket.name ?? t.door.verdict.unlisted_name}</p>
          <p className={styles['party']}>
            {admitted > 0 ? words.rest({ admitted, party }) : words.party({ party })}
          </p>
          {!ticket.listed && <p className={styles['note']}>{t.door.verdict.unlisted}</p>}
        </div>
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
