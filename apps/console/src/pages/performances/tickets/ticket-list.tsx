import { ENDPOINTS, type Performance, type Ticket } from '@counterfoil/protocol'
import { Button, EmptyState } from '@counterfoil/ui'
import { type Column, FilterBar, SearchField, SplitView, Table } from '@counterfoil/ui/console'
import Plus from 'lucide-react/icons/plus'
import { useDeferredValue } from 'react'
import { useTickets } from '../../../api/guests'
import { ErrorState } from '../../../components/error-state'
import { MoreButton } from '../../../components/more-button'
import { useDialog } from '../../../components/use-dialog'
import { useClock } from '../../../components/use-moment'
import { useSearchPart } from '../../../components/use-search-part'
import { useMay } from '../../../session/merchant'
import { useText } from '../../../text'
import styles from '../performances.module.css'
import { IssueTicketDialog } from './issue-ticket-dialog'
import { TicketPanel } from './ticket-panel'
import { TicketState } from './ticket-state'

/** Every ticket of a performance; one of them beside the list. */
export function TicketList({ performance }: { readonly performance: Performance }) {
  const [openId, setOpenId] = useSearchPart('ticket')
  return (
    <SplitView
      panel={
        openId && <TicketPanel id={openId} key={openId} onClose={() => setOpenId(undefined)} />
      }
    >
      <List onOpen={({ id }) => setOpenId(id)} openId={openId} performance={performance} />
    </SplitView>
  )
}

interface ListProps {
  readonly performance: Performance
  readonly openId: string | undefined
  readonly onOpen: (ticket: Ticket) => void
}

function List({ performance, openId, onOpen }: ListProps) {
  const { tickets: words, guests, performances } = useText().t.console
  const may = useMay()
  const issuing = useDialog()
  const [search, setSearch] = useSearchPart('search')
  const wanted = useDeferredValue(search)
  const list = useTickets({
    performance_id: performance.id,
    ...(wanted !== undefined && { search: wanted }),
  })
  const columns = useTicketColumns()
  const none = search === undefined ? words.empty : guests.none_found
  if (list.error && !list.data) {
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  }
  return (
    <div data-stack>
      <p className={styles['muted']}>{words.lead}</p>
      <FilterBar>
        <SearchField
          label={words.search}
          maxLength={120}
          onChange={(text) => setSearch(text.trim() || undefined)}
          value={search ?? ''}
        />
        {performance.active && may(ENDPOINTS.createTicket) && (
          <Button icon={<Plus aria-hidden />} onClick={issuing.open} size="small">
            {words.issue}
          </Button>
        )}
      </FilterBar>
      <Table
        caption={performances.page.tickets}
        columns={columns}
        empty={<EmptyState title={none.title}>{none.text}</EmptyState>}
        onOpen={onOpen}
        openKey={openId}
        rowKey={({ id }) => id}
        rows={list.data?.pages.flatMap((page) => page.items)}
      />
      <MoreButton list={list} />
      {issuing.isOpen && <IssueTicketDialog onClose={issuing.close} performance={performance} />}
    </div>
  )
}

function useTicketColumns(): readonly Column<Ticket>[] {
  const { t } = useText()
  const words = t.console.tickets
  const clock = useClock()
  return [
    {
      key: 'name',
      title: words.name,
      cell: ({ name }) => <bdi className={styles['name']}>{name}</bdi>,
    },
    {
      key: 'state',
      title: t.console.guests.state,
      cell: (ticket) => <TicketState ticket={ticket} />,
    },
    {
      key: 'people',
      title: words.people,
      align: 'end',
      cell: ({ admitted, party_size }) =>
        t.common.stamps_of({ stamps: admitted, total: party_size }),
    },
    {
      key: 'first',
      title: words.first,
      align: 'end',
      hideOnPhone: true,
      cell: ({ first_admitted_at: first }) => (first === null ? '–' : clock(first)),
    },
  ]
}
