import { Button, cx } from '@counterfoil/ui'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleX from 'lucide-react/icons/circle-x'
import Hourglass from 'lucide-react/icons/hourglass'
import Undo2 from 'lucide-react/icons/undo-2'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { verdictView } from '../app/verdict-view'
import { usePart } from '../hooks/use-live'
import { useServerNow } from '../hooks/use-server-now'
import styles from './last-strip.module.css'
import { SavedMark } from './saved-mark'

const ICONS = { ok: CircleCheck, warn: Hourglass, stop: CircleX, info: CircleCheck }

/** What happened last, as a torn-off strip; for eight seconds it can be undone. */
export function LastStrip() {
  const { flow } = useServices()
  const { t, format } = useText()
  const last = usePart(flow, (state) => state.last)
  const now = useServerNow()
  if (last === null) return null
  const { card, outcome, undoable } = last
  const view = verdictView({ kind: 'stamp', card, outcome }, t, format, now)
  const Icon = ICONS[view.tone]
  return (
    <section aria-label={t.kiosk.home.last} className={styles['strip']} data-last={view.tone}>
      <Icon aria-hidden className={cx(styles['icon'], styles[view.tone])} />
      <div className={styles['text']}>
        <p className={styles['word']}>
          {view.word}
          {view.fact !== null && <span className={styles['fact']}> {view.fact}</span>}
        </p>
        <p className={styles['meta']}>
          {card.card !== null && (
            <span>{t.kiosk.working.card({ card: card.card.number_end })} · </span>
          )}
          {view.saved !== null && <SavedMark saved={view.saved} />}
        </p>
      </div>
      {undoable && (
        <Button
          className={styles['undo']}
          icon={<Undo2 aria-hidden />}
          onClick={() => flow.send({ type: 'undo' })}
        >
          {t.common.action.undo}
          <span aria-hidden className={styles['left']} />
        </Button>
      )}
    </section>
  )
}
