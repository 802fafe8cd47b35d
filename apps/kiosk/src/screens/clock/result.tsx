import { Button, cx } from '@counterfoil/ui'
import { useEffect, useState } from 'react'
import { clockResultView } from '../../app/clock/result-view'
import type { ClockFlow } from '../../app/clock/store'
import type { ClockResult } from '../../app/clock/state'
import { useServices } from '../../app/services-context'
import { useText } from '../../app/text'
import { useAnswered } from '../../hooks/use-answered'
import { useServerNow } from '../../hooks/use-server-now'
import { Layer } from '../layer'
import { SavedMark } from '../saved-mark'
import { VerdictSign } from '../verdict-sign'
import styles from '../verdict.module.css'

export interface ResultProps {
  readonly flow: ClockFlow
  readonly result: ClockResult
}

/** The answer, by name; gone by itself, at a touch, or when the next badge comes. */
export function Result({ flow, result }: ResultProps) {
  const { sound } = useServices()
  const { t, format } = useText()
  const [now] = useState(useServerNow())
  const view = clockResultView(result, t, format, now)
  const { tone } = view
  useEffect(() => sound.play(tone), [sound, tone])
  useAnswered()
  return (
    <Layer className={cx(styles['verdict'], styles[tone])} label={view.word} screen="verdict">
      <div
        className={styles['body']}
        data-tone={tone}
        data-verdict={result.kind}
        onPointerUp={() => flow.send({ type: 'dismiss' })}
      >
        <div className={styles['answer']} role="alert">
          <span className={styles['icon']}>
            <VerdictSign sign={view.sign} />
          </span>
          <div className={styles['words']}>
            <h1 className={styles['word']}>{view.word}</h1>
            {view.fact !== null && <p className={styles['fact']}>{view.fact}</p>}
            {view.second !== null && <p className={styles['second']}>{view.second}</p>}
          </div>
        </div>
        <footer className={styles['foot']}>
          <p className={styles['saved']}>
            {view.said !== null && <SavedMark long said={view.said} />}
          </p>
          <div className={styles['ways']} onPointerUp={(event) => event.stopPropagation()}>
            <Button className={styles['button']} onClick={() => flow.send({ type: 'dismiss' })}>
              {t.common.action.continue}
            </Button>
          </div>
        </footer>
      </div>
    </Layer>
  )
}
