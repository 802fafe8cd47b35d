import { Button, cx, StampRow } from '@counterfoil/ui'
import Undo2 from 'lucide-react/icons/undo-2'
import { useEffect, useState } from 'react'
import type { Result } from '../app/flow-state'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { verdictView } from '../app/verdict-view'
import { useAnswered } from '../hooks/use-answered'
import { usePart } from '../hooks/use-live'
import { useServerNow } from '../hooks/use-server-now'
import { Layer } from './layer'
import { SavedMark } from './saved-mark'
import { VerdictSign } from './verdict-sign'
import styles from './verdict.module.css'

/** The answer: the whole screen, in colour, with an icon, a word, a tone and the one fact. */
export function Verdict({ result }: { readonly result: Result }) {
  const { flow, sound } = useServices()
  const { t, format } = useText()
  const stillUndoable = usePart(flow, (state) => state.last?.undoable === true)
  const [now] = useState(useServerNow())
  const view = verdictView(result, t, format, now)
  const { tone } = view
  useEffect(() => sound.play(tone), [sound, tone])
  useAnswered()
  const undoable = result.kind === 'stamp' && stillUndoable
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
        {view.stamps !== null && (
          <div className={styles['stamps']}>
            <StampRow {...view.stamps} />
          </div>
        )}
        <footer className={styles['foot']}>
          <p className={styles['saved']}>
            {view.said !== null && <SavedMark long said={view.said} />}
          </p>
          <div className={styles['ways']} onPointerUp={(event) => event.stopPropagation()}>
            {undoable && (
              <Button
                className={styles['button']}
                icon={<Undo2 aria-hidden />}
                onClick={() => flow.send({ type: 'undo' })}
              >
                {t.common.action.undo}
              </Button>
            )}
            <Button className={styles['button']} onClick={() => flow.send({ type: 'dismiss' })}>
              {t.common.action.continue}
            </Button>
          </div>
        </footer>
      </div>
    </Layer>
  )
}
