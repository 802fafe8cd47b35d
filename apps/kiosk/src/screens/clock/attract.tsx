import { Button, cx } from '@counterfoil/ui'
import type { Paired } from '../../app/choose-view'
import type { ClockFlow } from '../../app/clock/store'
import type { ClockState } from '../../app/clock/state'
import { useText } from '../../app/text'
import { useDrift } from '../../hooks/use-drift'
import { useServerNow } from '../../hooks/use-server-now'
import { AttentionStrip } from '../attention-strip'
import { CameraWindow } from '../camera-window'
import { PinPad } from '../pin-pad'
import { TopBar } from '../top-bar'
import styles from './attract.module.css'

export interface AttractProps {
  readonly flow: ClockFlow
  readonly pairing: Paired
  readonly state: ClockState
  /** Something lies above: filming goes on, touching does not. */
  readonly covered: boolean
}

/** Nobody's screen: the time, the camera, and keys for a number. */
export function Attract({ flow, pairing, state, covered }: AttractProps) {
  const { t } = useText()
  // Below an answer as well: the keys must not start to move when the next person reaches for them.
  const drift = useDrift(true)
  return (
    <div
      className={cx(styles['attract'], state.resting && styles['resting'])}
      data-job="clock"
      data-screen="home"
      inert={covered}
    >
      <TopBar pairing={pairing} />
      <AttentionStrip className={styles['attention']} />
      <div className={styles['stage']} style={drift}>
        <div className={styles['left']}>
          <ClockFace />
          <h1 className={styles['title']}>{t.clock.title}</h1>
          <CameraWindow className={styles['camera']} />
        </div>
        <NumberSide flow={flow} state={state} />
      </div>
    </div>
  )
}

/** Ticks by itself, so that nothing else is drawn again every second. */
function ClockFace() {
  const { format } = useText()
  const now = useServerNow()
  const [hours, minutes] = format.time(now).split(':')
  return (
    <div className={styles['face']}>
      <p className={styles['time']} role="timer">
        {hours}
        <span className={cx(styles['colon'], Math.floor(now / 1000) % 2 === 0 && styles['off'])}>
          :
        </span>
        {minutes}
      </p>
      <p className={styles['date']}>
        {format.weekday(new Date(dayIn(format.timeZone, now)).getUTCDay())}, {format.date(now)}
      </p>
    </div>
  )
}

const dayIn = (timeZone: string, now: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)

function NumberSide({ flow, state }: Pick<AttractProps, 'flow' | 'state'>) {
  const { t } = useText()
  const { step } = state
  const typed = step.at === 'home' ? step.typed : ''
  const unknown = step.at === 'home' && step.unknown
  return (
    <div className={styles['side']}>
      <div className={styles['head']}>
        <div className={cx(styles['number'], unknown && styles['unknown'])}>
          <span className={styles['label']}>{t.clock.number}</span>
          <output aria-live="polite" className={styles['typed']} data-number={typed}>
            {typed === '' ? ' ' : typed}
          </output>
        </div>
        <Button
          aria-disabled={typed === ''}
          className={styles['go']}
          onClick={() => flow.send({ type: 'number' })}
          size="large"
          variant="primary"
        >
          {t.clock.number_go}
        </Button>
      </div>
      <p className={styles['problem']} role="alert">
        {unknown && t.clock.number_unknown}
      </p>
      <PinPad checking={state.reading} label={t.clock.number_pad} />
    </div>
  )
}
