import { Skeleton } from '@counterfoil/ui'
import { useLedger } from '../../api/ledger'
import { EntryTimeline } from '../../components/entry-timeline'
import { ErrorNotice } from '../../components/error-state'
import { FactSection } from '../../components/fact-section'
import { LinkTo } from '../../components/link-to'
import { useText } from '../../text'

const SHOWN = 12

/** What happened with one card, newest first. */
export function CardHistory({ id }: { readonly id: string }) {
  const { t } = useText()
  const words = t.console.cards
  const ledger = useLedger({ card_id: id }, SHOWN)
  const entries = ledger.data?.pages[0]?.items ?? []
  return (
    <FactSection title={words.history}>
      {ledger.isPending && <Skeleton lines={4} />}
      <ErrorNotice error={ledger.error} />
      {ledger.data && entries.length === 0 && <p>{words.no_history}</p>}
      <EntryTimeline entries={entries} />
      {entries.length > 0 && <LinkTo to={`/ledger?card_id=${id}`}>{words.all_history}</LinkTo>}
    </FactSection>
  )
}
