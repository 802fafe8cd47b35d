import { ENDPOINTS } from '@counterfoil/protocol'
import { Badge, Perforation } from '@counterfoil/ui'
import Check from 'lucide-react/icons/check'
import { useDevices } from '../../api/devices'
import { usePrograms } from '../../api/programs'
import { useStaff } from '../../api/staff'
import { useStores } from '../../api/stores'
import { LinkTo } from '../../components/link-to'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import styles from './today.module.css'

/** The way to the first stamp, until all of it is gone. */
export function FirstSteps() {
  const { t } = useText()
  const may = useMay()
  const words = t.console.today.steps
  const lists = {
    store: useStores().data,
    program: usePrograms().data,
    people: useStaff().data,
    tablet: useDevices().data,
  }
  const steps = [
    { name: 'store', to: '/stores' },
    { name: 'program', to: '/programs/new' },
    { name: 'people', to: '/people' },
    { name: 'tablet', to: '/stores' },
  ] as const
  const isKnown = steps.every(({ name }) => lists[name] !== undefined)
  const isDone = steps.every(({ name }) => (lists[name]?.length ?? 0) > 0)
  if (!isKnown || isDone || !may(ENDPOINTS.createStore)) return null
  const next = steps.find(({ name }) => lists[name]?.length === 0)
  return (
    <section className={styles['steps']}>
      <div>
        <h2>{words.title}</h2>
        <p className={styles['muted']}>{words.text}</p>
      </div>
      <Perforation />
      <ol className={styles['stepList']}>
        {steps.map(({ name, to }) => (
          <li className={styles['step']} key={name}>
            <h3>{words[name].title}</h3>
            <p className={styles['muted']}>{words[name].text}</p>
            {(lists[name]?.length ?? 0) > 0 ? (
              <Badge icon={<Check aria-hidden />} tone="ok">
                {words.done}
              </Badge>
            ) : (
              <LinkTo
                look={{ size: 'small', variant: next?.name === name ? 'primary' : 'secondary' }}
                to={to}
              >
                {words[name].action}
              </LinkTo>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
