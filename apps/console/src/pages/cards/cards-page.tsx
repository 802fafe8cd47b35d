import { type Card, ENDPOINTS } from '@counterfoil/protocol'
import { Button, EmptyState } from '@counterfoil/ui'
import { FilterBar, FilterChip, SearchField, SplitView, Table } from '@counterfoil/ui/console'
import Plus from 'lucide-react/icons/plus'
import Printer from 'lucide-react/icons/printer'
import { useDeferredValue } from 'react'
import { useSearchParams } from 'react-router'
import { useCards } from '../../api/cards'
import { usePrograms } from '../../api/programs'
import { ErrorState } from '../../components/error-state'
import { LinkTo } from '../../components/link-to'
import { MoreButton } from '../../components/more-button'
import { Page } from '../../components/page'
import { useDialog } from '../../components/use-dialog'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import { CardPanel } from './card-panel'
import { IssueDialog } from './issue-dialog'
import { useCardColumns } from './use-card-columns'
import { useSearchPart } from '../../components/use-search-part'

/** All cards, found by number and program; one card's story beside the list. */
export function CardsPage() {
  const { t } = useText()
  const words = t.console.cards
  const issuing = useDialog()
  const [openId, setOpenId] = useSearchPart('card')
  return (
    <Page actions={<CardActions onIssue={issuing.open} />} lead={words.lead} title={words.title}>
      <SplitView
        panel={
          openId && <CardPanel id={openId} key={openId} onClose={() => setOpenId(undefined)} />
        }
      >
        <CardList onIssue={issuing.open} onOpen={(card) => setOpenId(card.id)} openId={openId} />
      </SplitView>
      {issuing.isOpen && <IssueDialog onClose={issuing.close} />}
    </Page>
  )
}

function CardActions({ onIssue }: { readonly onIssue: () => void }) {
  const { t } = useText()
  const may = useMay()
  const words = t.console.cards
  if (!may(ENDPOINTS.createCard)) return null
  return (
    <>
      <LinkTo look={{ icon: <Printer aria-hidden /> }} to="/cards/print">
        {words.print}
      </LinkTo>
      <Button icon={<Plus aria-hidden />} onClick={onIssue} variant="primary">
        {words.issue}
      </Button>
    </>
  )
}

interface CardListProps {
  readonly openId: string | undefined
  readonly onOpen: (card: Card) => void
  readonly onIssue: () => void
}

function CardList({ openId, onOpen, onIssue }: CardListProps) {
  const { t } = useText()
  const words = t.console.cards
  const programs = usePrograms()
  const [params] = useSearchParams()
  const [program, setProgram] = useSearchPart('program_id')
  const [search, setSearch] = useSearchPart('search')
  const wanted = useDeferredValue(search)
  const cards = useCards({
    ...(program !== undefined && { program_id: program }),
    ...(wanted !== undefined && { search: wanted }),
  })
  const columns = useCardColumns()
  const isFiltered = params.has('program_id') || params.has('search')
  if (cards.error && !cards.data) {
    return <ErrorState error={cards.error} onRetry={() => void cards.refetch()} />
  }
  return (
    <div data-stack>
      <FilterBar>
        <SearchField
          label={words.search}
          maxLength={40}
          onChange={(text) => setSearch(text.trim() || undefined)}
          value={search ?? ''}
        />
        <FilterChip
          label={words.program}
          onChange={setProgram}
          options={(programs.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={program}
        />
      </FilterBar>
      <Table
        caption={words.title}
        columns={columns}
        empty={isFiltered ? <NoneFound /> : <NoCards onIssue={onIssue} />}
        onOpen={onOpen}
        openKey={openId}
        rowKey={(card) => card.id}
        rows={cards.data?.pages.flatMap((page) => page.items)}
      />
      <MoreButton list={cards} />
    </div>
  )
}

function NoneFound() {
  const { none_found } = useText().t.console.cards
  return <EmptyState title={none_found.title}>{none_found.text}</EmptyState>
}

function NoCards({ onIssue }: { readonly onIssue: () => void }) {
  const { empty } = useText().t.console.cards
  return (
    <EmptyState action={<CardActions onIssue={onIssue} />} title={empty.title}>
      {empty.text}
    </EmptyState>
  )
}
