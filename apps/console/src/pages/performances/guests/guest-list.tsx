import type { Performance, Reservation } from '@counterfoil/protocol'
import { EmptyState } from '@counterfoil/ui'
import {
  type Column,
  FilterBar,
  FilterChip,
  SearchField,
  SplitView,
  Table,
} from '@counterfoil/ui/console'
import { useDeferredValue } from 'react'
import { useGuests } from '../../../api/guests'
import { ErrorState } from '../../../components/error-state'
import { MoreButton } from '../../../components/more-button'
import { useMoment } from '../../../components/use-moment'
import { useSearchPart } from '../../../components/use-search-part'
import { useText } from '../../../text'
import styles from '../performances.module.css'
import { GuestPanel } from './guest-panel'
import { GuestState } from './guest-state'

const STATES = ['confirmed', 'pending', 'cancelled'] as const

/** Bookings of a performance by name; one of them beside the list. */
export function GuestList({ performance }: { readonly performance: Performance }) {
  const [openId, setOpenId] = useSearchPart('guest')
  return (
    <SplitView
      panel={
        openId && (
          <GuestPanel
            id={openId}
            key={openId}
            onClose={() => setOpenId(undefined)}
            performance={performance}
          />
        )
      }
    >
      <List onOpen={({ id }) => setOpenId(id)} openId={openId} performance={performance} />
    </SplitView>
  )
}

interface ListProps {
  readonly performance: Performance
  readonly openId: string | undefined
  readonly onOpen: (guest: Reservation) => void
}

function List({ performance, openId, onOpen }: ListProps) {
  const { guests: words, performances } = useText().t.console
  const [search, setSearch] = useSearchPart('search')
  const [status, setStatus] = useSearchPart('status')
  const wanted = useDeferredValue(search)
  const state = STATES.find((each) => each === status)
  const list = useGuests({
    performance_id: performance.id,
    ...(state && { status: state }),
    ...(wanted !== undefined && { search: wanted }),
  })
  const columns = useGuestColumns()
  const none = search === undefined && state === undefined ? words.empty : words.none_found
  if (list.error && !list.data) {
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  }
  return (
    <div data-stack>
      <FilterBar>
        <SearchField
          label={words.search}
          maxLength={120}
          onChange={(text) => setSearch(text.trim() || undefined)}
          value={search ?? ''}
        />
        <FilterChip
          label={words.state}
          onChange={setStatus}
          options={STATES.map((value) => ({ value, label: words.states[value] }))}
          value={state}
        />
      </FilterBar>
      <Table
        caption={performances.page.guests}
        columns={columns}
        empty={<EmptyState title={none.title}>{none.text}</EmptyState>}
        onOpen={onOpen}
        openKey={openId}
        rowKey={({ id }) => id}
        rows={list.data?.pages.flatMap((page) => page.items)}
      />
      <MoreButton list={list} />
    </div>
  )
}

function useGuestColumns(): readonly Column<Reservation>[] {
  const { guests: words } = useText().t.console
  const moment = useMoment()
  return [
    {
      key: 'name',
      title: words.name,
      cell: ({ name, email }) => (
        <span className={styles['what']}>
          <bdi className={styles['name']}>{name}</bdi>
          {email !== null && <span className={styles['meta']}>{email}</span>}
        </span>
      ),
    },
    { key: 'state', title: words.state, cell: (guest) => <GuestState guest={guest} /> },
    { key: 'party', title: words.party, align: 'end', cell: (guest) => <Party guest={guest} /> },
    {
      key: 'booked',
      title: words.booked_at,
      align: 'end',
      hideOnPhone: true,
      cell: ({ created_at }) => moment(created_at),
    },
  ]
}

/** "2 of 4 in" once somebody came; until then how many they are. */
function Party({ guest }: { readonly guest: Reservation }) {
  const { guests: words } = useText().t.console
  const { admitted, party_size: party } = guest
  return admitted > 0 ? words.in_of({ admitted, party }) : words.people({ people: party })
}
