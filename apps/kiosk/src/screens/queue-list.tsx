import { useText } from '../app/text'
import type { QueueEntry } from '../kiosk'
import { QueueRow } from './queue-row'
import styles from './queue-list.module.css'

/** More rows than anyone reads at a counter; the console has the rest. */
const SHOWN = 200

const ORDER: Readonly<Record<QueueEntry['state'], number>> = {
  parked: 0,
  waiting: 1,
  refused: 2,
  confirmed: 3,
}

/** What needs a look first, then what waits, each with the latest first. */
function inOrder(entries: readonly QueueEntry[]): readonly QueueEntry[] {
  return entries.toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || b.at - a.at || b.seq - a.seq)
}

export interface QueueListProps {
  readonly entries: readonly QueueEntry[]
  readonly details: boolean
}

export function QueueList({ entries, details }: QueueListProps) {
  const { t } = useText()
  const more = entries.length - SHOWN
  return (
    <>
      <ul aria-label={t.kiosk.queue.list} className={styles['list']}>
        {inOrder(entries)
          .slice(0, SHOWN)
          .map((entry) => (
            <QueueRow details={details} entry={entry} key={entry.op_id} />
          ))}
      </ul>
      {more > 0 && <p className={styles['more']}>{t.kiosk.queue.earlier({ operations: more })}</p>}
    </>
  )
}
