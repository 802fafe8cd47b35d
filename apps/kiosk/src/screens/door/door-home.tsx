import { Button, cx } from '@counterfoil/ui'
import CircleHelp from 'lucide-react/icons/circle-question-mark'
import LogIn from 'lucide-react/icons/log-in'
import LogOut from 'lucide-react/icons/log-out'
import Search from 'lucide-react/icons/search'
import UserPlus from 'lucide-react/icons/user-plus'
import Zap from 'lucide-react/icons/zap'
import { memo } from 'react'
import type { Id } from '@counterfoil/domain'
import type { Paired } from '../../app/choose-view'
import { useText } from '../../app/text'
import { usePart } from '../../hooks/use-live'
import { AttentionStrip } from '../attention-strip'
import { CameraWindow } from '../camera-window'
import { Segments } from '../segments'
import { TopBar } from '../top-bar'
import { useDoor } from './door-context'
import styles from './door-home.module.css'
import { DoorLastStrip } from './door-last-strip'
import { OccupancyBar } from './occupancy-bar'
import { ShiftChip } from './shift-chip'

export interface DoorHomeProps {
  readonly pairing: Paired
  readonly performanceId: Id
  /** Something lies above: filming goes on, touching does not. */
  readonly covered: boolean
}

/** The camera is the screen; how full it is stands above it, what hands need below it. */
export const DoorHome = memo(function DoorHome({ pairing, performanceId, covered }: DoorHomeProps) {
  const { flow } = useDoor()
  const { t } = useText()
  const out = usePart(flow, (state) => state.out)
  const words = t.door
  return (
    <div className={styles['home']} data-screen="door" inert={covered}>
      <TopBar pairing={pairing} />
      <AttentionStrip className={styles['attention']} />
      <div className={cx(styles['film'], out && styles['out'])}>
        <CameraWindow className={styles['camera']} />
        <div className={styles['words']}>
          <h1 className={styles['title']}>{out ? words.exit_title : words.title}</h1>
          <p className={styles['hint']}>{out ? words.exit_hint : words.hint}</p>
        </div>
      </div>
      <div className={styles['side']}>
        <OccupancyBar covered={covered} performanceId={performanceId} />
        <ShiftChip performanceId={performanceId} />
        <Hands />
      </div>
      <DoorLastStrip />
    </div>
  )
})

/** Everything that a thumb reaches for. */
function Hands() {
  const { flow } = useDoor()
  const { t } = useText()
  const out = usePart(flow, (state) => state.out)
  const asks = usePart(flow, (state) => state.ask_first)
  const words = t.door
  return (
    <div className={styles['hands']}>
      <Segments
        legend={words.direction}
        onChange={(value) => flow.send({ type: 'direction', out: value === 'out' })}
        options={[
          { value: 'in', label: words.in, Icon: LogIn },
          { value: 'out', label: words.out, Icon: LogOut },
        ]}
        value={out ? 'out' : 'in'}
      />
      <Button
        className={styles['mode']}
        data-asks={asks}
        icon={asks ? <CircleHelp aria-hidden /> : <Zap aria-hidden />}
        onClick={() => flow.send({ type: 'ask_first', on: !asks })}
      >
        {asks ? words.ask_first_on : words.ask_first_off}
      </Button>
      <Button
        className={styles['hand']}
        icon={<Search aria-hidden />}
        onClick={() => flow.send({ type: 'find' })}
      >
        {words.find}
      </Button>
      <Button
        className={styles['hand']}
        icon={<UserPlus aria-hidden />}
        onClick={() => flow.send({ type: 'walk_in' })}
      >
        {words.walk_in}
      </Button>
    </div>
  )
}
