import type { LedgerEntry } from '@counterfoil/protocol'
import { Badge } from '@counterfoil/ui'
import type { Column } from '@counterfoil/ui/console'
import { useStoreFormat } from '../../components/use-moment'
import { useText } from '../../text'
import styles from './ledger.module.css'
import { useEntryText } from './use-entry-text'
import { VerdictText } from './verdict-badge'
import { useNow } from '../../components/use-now'

/** Rows read as sentences; the time first, the place in the chain last. */
export function useLedgerColumns(): readonly Column<LedgerEntry>[] {
  const { t, format } = useText()
  const words = t.console.ledger
  const entryText = useEntryText()
  const storeFormat = useStoreFormat()
  const now = useNow(60_000)
  return [
    {
      key: 'what',
      title: words.what,
      width: '58%',
      cell: (entry) => (
        <span className={styles['what']}>
          {entryText(entry)}
          {entry.status === 'rejected' && (
            <span className={styles['onPhone']}>
              <VerdictText verdict={entry} />
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'verdict',
      title: words.verdict,
      hideOnPhone: true,
      cell: (entry) => (
        <span className={styles['verdict']}>
          <VerdictText verdict={entry} />
          {entry.flags.map((flag) => (
            <Badge key={flag}>{t.verdicts.flags[flag].headline}</Badge>
          ))}
        </span>
      ),
    },
    {
      key: 'when',
      title: words.when,
      align: 'end',
      cell: (entry) => {
        const own = storeFormat(entry.store_id)
        return (
          <time className={styles['when']} dateTime={entry.occurred_at}>
            <span className={styles['day']}>{own.day(entry.occurred_at, now)}</span>{' '}
            {own.time(entry.occurred_at)}
          </time>
        )
      },
    },
    {
      key: 'n',
      title: words.position,
      align: 'end',
      hideOnPhone: true,
      cell: (entry) => <span className={styles['position']}>{format.number(entry.n)}</span>,
    },
  ]
}
