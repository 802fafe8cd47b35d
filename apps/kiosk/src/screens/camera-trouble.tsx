import { Button, Illustration } from '@counterfoil/ui'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import type { CameraTrouble } from '../scan/camera-error'
import styles from './camera-trouble.module.css'

/** One picture, one sentence, one action; everything else on the screen goes on working. */
export function CameraTroubleText({ why }: { readonly why: CameraTrouble | 'decoder' }) {
  const { scanner } = useServices()
  const { t } = useText()
  const words = t.kiosk.trouble
  const [title, text] = {
    denied: [words.camera_denied, words.camera_denied_text],
    absent: [words.camera_absent, words.camera_absent_text],
    taken: [words.camera_taken, words.camera_taken_text],
    lost: [words.camera_lost, words.camera_lost_text],
    insecure: [words.camera_insecure, words.camera_insecure_text],
    decoder: [words.decoder_missing, words.decoder_missing_text],
  }[why]
  return (
    <div className={styles['trouble']} data-trouble={why} role="status">
      <Illustration name="camera" />
      <h2 className={styles['title']}>{title}</h2>
      <p className={styles['text']}>{text}</p>
      {why !== 'decoder' && (
        <Button onClick={() => scanner.camera.retry()}>{words.camera_retry}</Button>
      )}
    </div>
  )
}
