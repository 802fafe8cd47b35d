import { Button, cx } from '@counterfoil/ui'
import Keyboard from 'lucide-react/icons/keyboard'
import { memo } from 'react'
import type { Paired } from '../app/choose-view'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { useDrift } from '../hooks/use-drift'
import { usePart } from '../hooks/use-live'
import { AttentionStrip } from './attention-strip'
import { CameraWindow } from './camera-window'
import styles from './home.module.css'
import { LastStrip } from './last-strip'
import { SignedOnChip } from './signed-on-chip'
import { TopBar } from './top-bar'

export interface HomeProps {
  readonly pairing: Paired
  /** Something lies above: filming goes on, touching does not. */
  readonly covered: boolean
}

/** The camera is the screen. */
export const Home = memo(function Home({ pairing, covered }: HomeProps) {
  const { flow } = useServices()
  const { t } = useText()
  const resting = usePart(flow, (state) => state.resting)
  return (
    <div
      className={cx(styles['home'], resting && styles['resting'])}
      data-screen="home"
      inert={covered}
    >
      <TopBar pairing={pairing} />
      <AttentionStrip className={styles['attention']} />
      <div className={styles['stage']} style={useDrift(resting)}>
        <CameraWindow className={styles['camera']} />
        <div className={styles['side']}>
          <div className={styles['words']}>
            <p className={styles['job']}>{t.common.jobs.loyalty}</p>
            <h1 className={styles['title']}>{t.kiosk.scan.title}</h1>
            <p className={styles['hint']}>{t.kiosk.scan.hint}</p>
          </div>
          <SignedOnChip />
          <Button
            className={styles['type']}
            icon={<Keyboard aria-hidden />}
            onClick={() => flow.send({ type: 'open', page: 'typing' })}
            size="large"
            wide
          >
            {t.kiosk.type_code}
          </Button>
        </div>
      </div>
      <LastStrip />
    </div>
  )
})
