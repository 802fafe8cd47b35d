import { ENDPOINTS, type Staff } from '@counterfoil/protocol'
import { Button, EmptyState } from '@counterfoil/ui'
import { FilterBar, SplitView, Switch, Table } from '@counterfoil/ui/console'
import Plus from 'lucide-react/icons/plus'
import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useStaff } from '../../api/staff'
import { ErrorState } from '../../components/error-state'
import { Page } from '../../components/page'
import { useDialog } from '../../components/use-dialog'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import { PersonDialog } from './person-dialog'
import { PinsDue } from './pins-due'
import { PersonPanel } from './person-panel'
import { usePeopleColumns } from './use-people-columns'

/** Everybody who signs on at tablets; one person's details beside the list. */
export function PeoplePage() {
  const { t } = useText()
  const may = useMay()
  const adding = useDialog()
  const staff = useStaff()
  const [search, setSearch] = useSearchParams()
  const words = t.console.people
  const open = staff.data?.find((person) => person.id === search.get('person'))
  const add = may(ENDPOINTS.createStaff) && (
    <Button icon={<Plus aria-hidden />} onClick={adding.open} variant="primary">
      {words.add}
    </Button>
  )
  const show = (person: Staff) => setSearch({ person: person.id }, { replace: open !== undefined })
  return (
    <Page actions={add} lead={words.lead} title={words.title}>
      <SplitView
        panel={open && <PersonPanel key={open.id} onClose={() => setSearch({})} person={open} />}
      >
        {staff.error && !staff.data ? (
          <ErrorState error={staff.error} onRetry={() => void staff.refetch()} />
        ) : (
          <PeopleTable add={add} onOpen={show} openId={open?.id} people={staff.data} />
        )}
      </SplitView>
      {adding.isOpen && <PersonDialog onClose={adding.close} />}
    </Page>
  )
}

interface PeopleTableProps {
  readonly people: readonly Staff[] | undefined
  readonly openId: string | undefined
  readonly onOpen: (person: Staff) => void
  readonly add: ReactNode
}

function PeopleTable({ people, openId, onOpen, add }: PeopleTableProps) {
  const { t } = useText()
  const words = t.console.people
  const columns = usePeopleColumns()
  const [showsInactive, setShowsInactive] = useState(false)
  const hasInactive = people?.some((person) => !person.active) ?? false
  const shown = people
    ?.filter((person) => person.active || showsInactive)
    .toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <div data-stack>
      <PinsDue people={people} />
      {hasInactive && (
        <FilterBar>
          <Switch isSelected={showsInactive} onChange={setShowsInactive}>
            {words.show_inactive}
          </Switch>
        </FilterBar>
      )}
      <Table
        caption={words.title}
        columns={columns}
        empty={
          <EmptyState action={add} title={words.empty.title}>
            {words.empty.text}
          </EmptyState>
        }
        onOpen={onOpen}
        openKey={openId}
        rowKey={(person) => person.id}
        rows={shown}
      />
    </div>
  )
}
