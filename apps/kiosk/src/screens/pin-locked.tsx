import type { EpochMs } from '@counterfoil/domain'
import Lock from 'lucide-react/icons/lock'
import { useEffect } from 'react'
import { useStage } from '../app/stage-context'
import { useText } from '../app/text'
import { useServerNow } from '../hooks/use-server-now'
import styles from './pin-locked.module.css'

/** Says nothing about whether any PIN was right. */
export function PinLockedWords() {
  const { t } = useText()
  const words = t.kiosk.pin
  return (
    <div className={styles['words']} role="alert">
      <p className={styles['title']}>{words.locked_title}</p>
      <p className={styles['text']}>{words.locked_text}</p>
    </div>
  )
}

/** Time left, counting down, in the place of the keys. */
export function PinLockedClock({ until }: { readonly until: EpochMs }) {
  const stage = useStage()
  const { t, format } = useText()
  const left = until - useServerNow()
  const over = left <= 0
  useEffect(() => {
    if (over) stage.send({ type: 'unlocked' })
  }, [stage, over])
  const words = t.kiosk.pin
  return (
    <div className={styles['clock']}>
      <span className={styles['lock']}>
        <Lock aria-hidden />
      </span>
      <p className={styles['label']}>{words.locked_left}</p>
      <p className={styles['left']} role="timer">
        {format.countdown(left)}
      </p>
      <p className={styles['text']}>{words.locked_when({ when: format.time(until) })}</p>
    </div>
  )
}
