import { Button, cx } from '@counterfoil/ui'
import Undo2 from 'lucide-react/icons/undo-2'
import { useEffect, useState } from 'react'
import type { DoorResult } from '../../app/door/door-state'
import { doorView } from '../../app/door/door-view'
import { useServices } from '../../app/services-context'
import { useText } from '../../app/text'
import { useAnswered } from '../../hooks/use-answered'
import { usePart } from '../../hooks/use-live'
import { useServerNow } from '../../hooks/use-server-now'
import { Layer } from '../layer'
import { SavedMark } from '../saved-mark'
import styles from '../verdict.module.css'
import { useDoor } from './door-context'
import { DoorSignIcon } from './door-sign'

/** Green, yellow or red over the whole screen: the word, whose ticket, the one fact. */
export function DoorVerdict({ result }: { readonly result: DoorResult }) {
  const { sound } = useServices()
  const { flow } = useDoor()
  const { t, format } = useText()
  const stillUndoable = usePart(flow, (state) => state.last?.undoable === true)
  const [now] = useState(useServerNow())
  const view = doorView(result, t, format, now)
  const { tone } = view
  useEffect(() => sound.play(tone), [sound, tone])
  useAnswered()
  const code = result.kind === 'plain' ? undefined : (result.outcome.verdict.code ?? 'accepted')
  return (
    <Layer className={cx(styles['verdict'], styles[tone])} label={view.word} screen="verdict">
      <div
        className={styles['body']}
        data-code={code}
        data-tone={tone}
        data-verdict={result.kind}
        onPointerUp={() => flow.send({ type: 'dismiss' })}
      >
        <div className={styles['answer']} role="alert">
          <span className={styles['icon']}>
            <DoorSignIcon sign={view.sign} />
          </span>
          <div className={styles['words']}>
            <h1 className={styles['word']}>{view.word}</h1>
            {view.name !== null && <p className={styles['fact']}>{view.name}</p>}
            {view.fact !== null && <p className={styles['fact']}>{view.fact}</p>}
            {view.second !== null && <p className={styles['second']}>{view.second}</p>}
          </div>
        </div>
        <footer className={styles['foot']}>
          <p className={styles['saved']}>
            {view.said !== null && <SavedMark long said={view.said} />}
          </p>
          <div className={styles['ways']} onPointerUp={(event) => event.stopPropagation()}>
            {result.kind === 'deed' && stillUndoable && (
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
