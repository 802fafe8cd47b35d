import { Button, cx } from '@counterfoil/ui'
import Undo2 from 'lucide-react/icons/undo-2'
import { useDeferredValue } from 'react'
import { doorView } from '../../app/door/door-view'
import { useText } from '../../app/text'
import { usePart } from '../../hooks/use-live'
import { useServerNow } from '../../hooks/use-server-now'
import { UNDO_MS } from '../../kiosk'
import styles from '../last-strip.module.css'
import { SavedMark } from '../saved-mark'
import { useDoor } from './door-context'
import { DoorSignIcon } from './door-sign'

/** Who went in or out last, as a torn-off strip; for eight seconds it can be undone. */
export function DoorLastStrip() {
  const { flow } = useDoor()
  const { t, format } = useText()
  // Behind the answer that made it: that goes first.
  const last = useDeferredValue(usePart(flow, (state) => state.last))
  const now = useServerNow()
  if (last === null) return null
  const view = doorView({ kind: 'deed', ...last }, t, format, now)
  return (
    <section aria-label={t.kiosk.home.last} className={styles['strip']} data-last={view.tone}>
      <span className={cx(styles['icon'], styles[view.tone])}>
        <DoorSignIcon sign={view.sign} />
      </span>
      <div className={styles['text']}>
        <p className={styles['word']}>
          {view.word}
          {view.name !== null && (
            <span className={cx(styles['fact'], styles['who'])}>
              <span className={styles['dot']}> · </span>
              {view.name}
            </span>
          )}
          {view.fact !== null && (
            <span className={styles['fact']}>
              <span className={styles['dot']}> · </span>
              {view.fact}
            </span>
          )}
        </p>
        <p className={styles['meta']}>{view.said !== null && <SavedMark said={view.said} />}</p>
      </div>
      {last.undoable && (
        <Button
          className={styles['undo']}
          icon={<Undo2 aria-hidden />}
          onClick={() => flow.send({ type: 'undo' })}
        >
          {t.common.action.undo}
          <span
            aria-hidden
            className={styles['left']}
            style={{ animationDuration: `${UNDO_MS}ms` }}
          />
        </Button>
      )}
    </section>
  )
}
