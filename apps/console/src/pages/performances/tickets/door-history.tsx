import { Skeleton } from '@counterfoil/ui'
import { useLedger } from '../../../api/ledger'
import { EntryTimeline } from '../../../components/entry-timeline'
import { ErrorNotice } from '../../../components/error-state'
import { FactSection } from '../../../components/fact-section'
import { useClock } from '../../../components/use-moment'
import { useText } from '../../../text'

export interface OfTicketProps {
  readonly performanceId: string
  readonly ticketId: string
}

const SHOWN = 20

function useTicketEntries({ performanceId, ticketId }: OfTicketProps) {
  return useLedger({ performance_id: performanceId, ticket_id: ticketId }, SHOWN)
}

/** When and where a ticket let somebody in first. */
export function FirstIn(props: OfTicketProps) {
  const { guests: words } = useText().t.console
  const clock = useClock()
  const entries = useTicketEntries(props).data?.pages.flatMap((page) => page.items)
  if (entries === undefined) return '…'
  const undone = new Set(
    entries.flatMap(({ kind, target_op_id }) =>
      kind === 'op.void' && target_op_id !== null ? [target_op_id] : [],
    ),
  )
  const first = entries.findLast(
    ({ people = 0, op_id }) => people > 0 && (op_id === null || !undone.has(op_id)),
  )
  if (first === undefined) return words.panel.not_yet
  const when = clock(first.occurred_at)
  const where = first.names.device_label ?? first.names.store_name
  return where === null ? when : words.panel.first_at({ when, where })
}

/** What happened with a ticket at the doors, newest first. */
export function DoorHistory(props: OfTicketProps) {
  const { guests: words } = useText().t.console
  const ledger = useTicketEntries(props)
  const entries = ledger.data?.pages[0]?.items ?? []
  return (
    <FactSection title={words.panel.history}>
      {ledger.isPending && <Skeleton lines={3} />}
      <ErrorNotice error={ledger.error} />
      {ledger.data && entries.length === 0 && <p>{words.panel.no_history}</p>}
      <EntryTimeline entries={entries} />
    </FactSection>
  )
}
