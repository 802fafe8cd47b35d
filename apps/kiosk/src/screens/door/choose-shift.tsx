import { Badge, EmptyState } from '@counterfoil/ui'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { type EpochMs, HOUR } from '@counterfoil/domain'
import type { Paired } from '../../app/choose-view'
import { useText } from '../../app/text'
import { useLive } from '../../hooks/use-live'
import { useServerNow } from '../../hooks/use-server-now'
import type { Evening } from '../../door-desk'
import { TopBar } from '../top-bar'
import styles from './choose-shift.module.css'
import { useDoor } from './door-context'

/** As long as a sign-on serves; tomorrow's evening is chosen anew. */
const SHIFT = 12 * HOUR
/** Farther ones are for the console. */
const MOST = 12

export interface ChooseShiftProps {
  readonly pairing: Paired
  readonly covered: boolean
}

/** Which evening, once a shift; the gate is this tablet. */
export function ChooseShift({ pairing, covered }: ChooseShiftProps) {
  const { desk } = useDoor()
  const { t } = useText()
  const evenings = useLive(desk.performances)
  const words = t.door.shift
  return (
    <div className={styles['screen']} data-screen="shift" inert={covered}>
      <TopBar pairing={pairing} />
      <div className={styles['choice']}>
        <h1 className={styles['title']}>{words.title}</h1>
        <p className={styles['gate']}>{words.gate({ gate: pairing.label })}</p>
        {evenings?.length === 0 ? (
          <EmptyState title={words.none}>{words.none_text}</EmptyState>
        ) : (
          <ul className={styles['list']}>
            {evenings?.slice(0, MOST).map((evening) => (
              <li key={evening.id}>
                <EveningButton evening={evening} />
              </li>
            ))}
          </ul>
        )}
        <p className={styles['hint']}>{words.hint}</p>
      </div>
    </div>
  )
}

function EveningButton({ evening }: { readonly evening: Evening }) {
  const { flow } = useDoor()
  const { t, format } = useText()
  const now = useServerNow()
  const { title, starts_at, opens_at, inside, capacity, pin_required } = evening
  const words = t.door.shift
  return (
    <button
      className={styles['evening']}
      onClick={() => flow.send({ type: 'shift', evening, until: (now + SHIFT) as EpochMs })}
      type="button"
    >
      <span className={styles['what']}>
        <span className={styles['name']}>{title}</span>
        <span className={styles['when']}>
          {words.starts({ when: format.dateTime(starts_at, now) })}
          {opens_at !== null && <> · {words.opens({ when: format.time(opens_at) })}</>}
        </span>
      </span>
      <span className={styles['more']}>
        <span>{words.inside({ inside, capacity })}</span>
        {pin_required && <Badge>{words.pin}</Badge>}
      </span>
      <ChevronRight aria-hidden className={styles['arrow']} />
    </button>
  )
}
