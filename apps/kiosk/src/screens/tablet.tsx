import { Button } from '@counterfoil/ui'
import Maximize from 'lucide-react/icons/maximize'
import Volume2 from 'lucide-react/icons/volume-2'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { enterFullScreen } from '../hooks/use-full-screen'
import { CameraPicker } from './camera-picker'
import { CameraWindow } from './camera-window'
import { DiagnosticsList } from './diagnostics-list'
import { PageLayer } from './page-layer'
import styles from './tablet.module.css'

/** Settings of this tablet, and what somebody on the telephone wants to know about it. */
export function Tablet() {
  const { sound } = useServices()
  const { t } = useText()
  const words = t.kiosk.tablet
  return (
    <PageLayer screen="tablet" title={words.title}>
      <section className={styles['section']}>
        <h2>{words.camera}</h2>
        <CameraPicker />
        <div className={styles['preview']}>
          <CameraWindow />
        </div>
      </section>
      <div className={styles['ways']}>
        <Button icon={<Maximize aria-hidden />} onClick={enterFullScreen}>
          {words.full_screen}
        </Button>
        <Button
          icon={<Volume2 aria-hidden />}
          onClick={() => {
            sound.wake()
            sound.play('ok')
          }}
        >
          {words.sound_test}
        </Button>
      </div>
      <section className={styles['section']}>
        <h2>{words.diagnostics}</h2>
        <DiagnosticsList />
      </section>
    </PageLayer>
  )
}
