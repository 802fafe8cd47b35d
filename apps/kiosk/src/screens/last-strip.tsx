import { Button, cx } from '@counterfoil/ui'
import Undo2 from 'lucide-react/icons/undo-2'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { verdictView } from '../app/verdict-view'
import { UNDO_MS } from '../kiosk'
import { usePart } from '../hooks/use-live'
import { useServerNow } from '../hooks/use-server-now'
import styles from './last-strip.module.css'
import { SavedMark } from './saved-mark'
import { VerdictSign } from './verdict-sign'

/** What happened last, as a torn-off strip; for eight seconds it can be undone. */
export function LastStrip() {
  const { flow } = useServices()
  const { t, format } = useText()
  const last = usePart(flow, (state) => state.last)
  const now = useServerNow()
  if (last === null) return null
  const { card, outcome, undoable } = last
  const view = verdictView({ kind: 'stamp', card, outcome }, t, format, now)
  return (
    <section aria-label={t.kiosk.home.last} className={styles['strip']} data-last={view.tone}>
      <span className={cx(styles['icon'], styles[view.tone])}>
        <VerdictSign sign={view.sign} />
      </span>
      <div className={styles['text']}>
        <p className={styles['word']}>
          {view.word}
          {view.fact !== null && (
            <span className={styles['fact']}>
              <span className={styles['dot']}> · </span>
              {view.fact}
            </span>
          )}
        </p>
        <p className={styles['meta']}>
          {card.card !== null && (
            <span className={styles['card']}>
              {t.kiosk.working.card({ card: card.card.number_end })} ·{' '}
            </span>
          )}
          {view.said !== null && <SavedMark said={view.said} />}
        </p>
      </div>
      {undoable && (
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
