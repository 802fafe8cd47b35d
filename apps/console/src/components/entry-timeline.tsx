import type { LedgerEntry } from '@counterfoil/protocol'
import { Timeline, type TimelineItem } from '@counterfoil/ui/console'
import { useEntryText } from '../pages/ledger/use-entry-text'
import { useText } from '../text'
import { useMoment } from './use-moment'

/** A few ledger entries as a short story, newest first. */
export function EntryTimeline({ entries }: { readonly entries: readonly LedgerEntry[] }) {
  const { t } = useText()
  const entryText = useEntryText()
  const moment = useMoment()
  const items = entries.map((entry): TimelineItem => ({
    id: entry.id,
    title: entryText(entry),
    at: moment(entry.occurred_at),
    tone: entry.status === 'accepted' ? 'brand' : 'danger',
    children: entry.code !== null && <div>{t.verdicts.codes[entry.code].headline}</div>,
  }))
  return <Timeline items={items} />
}
