import { cx } from '@counterfoil/ui'
import CheckCheck from 'lucide-react/icons/check-check'
import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleX from 'lucide-react/icons/circle-x'
import Hourglass from 'lucide-react/icons/hourglass'
import { subjectText } from '../app/subject-text'
import { useText } from '../app/text'
import { punchText } from '../app/what-text'
import { whenText } from '../app/when'
import { useServerNow } from '../hooks/use-server-now'
import type { QueueEntry } from '../kiosk'
import styles from './queue-row.module.css'

const ICONS = { waiting: Hourglass, confirmed: CheckCheck, refused: CircleX, parked: CircleAlert }

export interface QueueRowProps {
  readonly entry: QueueEntry
  /** Numbers and tries as well. */
  readonly details: boolean
}

export function QueueRow({ entry, details }: QueueRowProps) {
  const { t, format } = useText()
  const now = useServerNow()
  const { state, code } = entry
  const words = t.kiosk.queue
  const Icon = ICONS[state]
  const punch = punchText(entry.kind, entry.subject, t)
  return (
    <li className={styles['row']} data-op={entry.op_id} data-state={state}>
      <p className={styles['what']}>
        {punch === null ? (
          <>
            <span className={styles['noun']}>{t.verdicts.kinds[entry.kind].noun}</span>{' '}
            <span className={styles['whom']}>{subjectText(entry, t)}</span>
          </>
        ) : (
          <span className={styles['noun']}>{punch}</span>
        )}
      </p>
      <p className={styles['when']}>{whenText(format, entry.at, now)}</p>
      <p className={cx(styles['state'], styles[state])}>
        <Icon aria-hidden />
        {words[state]}
      </p>
      {(code !== null || state === 'parked' || entry.recovered) && (
        <p className={styles['note']}>
          {entry.recovered && <>{words.recovered}. </>}
          {state === 'parked'
            ? words[entry.unknown_tablet ? 'unknown_tablet' : 'parked_text']
            : code !== null && t.verdicts.codes[code].headline}
        </p>
      )}
      {details && (
        <p className={styles['technical']}>
          {words.number({ seq: entry.seq })} · {words.attempts({ attempts: entry.attempts })} ·{' '}
          {entry.kind} · {code ?? ''} {entry.op_id}
        </p>
      )}
    </li>
  )
}
