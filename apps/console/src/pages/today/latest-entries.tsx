import { Skeleton } from '@counterfoil/ui'
import { useLedgerHead } from '../../api/ledger'
import { EntryTimeline } from '../../components/entry-timeline'
import { LinkTo } from '../../components/link-to'
import { useText } from '../../text'
import styles from './today.module.css'

const SHOWN = 6
const NONE = {}

/** The newest lines of the ledger. */
export function LatestEntries() {
  const { t } = useText()
  const words = t.console.today
  const head = useLedgerHead(NONE, SHOWN)
  const entries = head.data?.items ?? []
  if (head.data && entries.length === 0) return null
  return (
    <section className={styles['section']}>
      <h2>{words.latest}</h2>
      {head.isPending && <Skeleton lines={4} />}
      <EntryTimeline entries={entries} />
      <div>
        <LinkTo look={{ size: 'small' }} to="/ledger">
          {words.latest_all}
        </LinkTo>
      </div>
    </section>
  )
}
