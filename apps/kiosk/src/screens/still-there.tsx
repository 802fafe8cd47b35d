import { Button, Dialog } from '@counterfoil/ui'
import { useEffect, useState } from 'react'
import { ASKING_MS } from '../app/flow'
import { useStage } from '../app/stage-context'
import { useText } from '../app/text'

/** Asked after 45 s without a touch; without an answer everything personal goes. */
export function StillThere() {
  const stage = useStage()
  const { t } = useText()
  const [left, setLeft] = useState(ASKING_MS / 1_000)
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1_000)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    if (left <= 0) stage.send({ type: 'idle' })
  }, [stage, left])
  const words = t.kiosk.idle
  return (
    <Dialog
      actions={
        <>
          <Button onClick={() => stage.send({ type: 'home' })}>{words.leave}</Button>
          <Button onClick={() => stage.send({ type: 'active' })} variant="primary">
            {words.stay}
          </Button>
        </>
      }
      onClose={() => stage.send({ type: 'active' })}
      open
      title={t.kiosk.still_there}
    >
      <p>{words.text}</p>
      <p role="timer">{words.seconds({ seconds: Math.max(0, left) })}</p>
    </Dialog>
  )
}
