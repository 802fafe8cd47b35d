import { type Customer, ENDPOINTS } from '@counterfoil/protocol'
import { Button, EmptyState } from '@counterfoil/ui'
import { FilterBar, SearchField, SplitView, Table } from '@counterfoil/ui/console'
import Plus from 'lucide-react/icons/plus'
import { type ReactNode, useDeferredValue } from 'react'
import { useCustomers } from '../../api/customers'
import { ErrorState } from '../../components/error-state'
import { MoreButton } from '../../components/more-button'
import { Page } from '../../components/page'
import { useDialog } from '../../components/use-dialog'
import { useSearchPart } from '../../components/use-search-part'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import { CustomerDialog } from './customer-dialog'
import { CustomerPanel } from './customer-panel'
import { useCustomerColumns } from './use-customer-columns'

/** People with cards, found by name, phone or card; one person's cards beside the list. */
export function CustomersPage() {
  const { t } = useText()
  const words = t.console.customers
  const may = useMay()
  const adding = useDialog()
  const [openId, setOpenId] = useSearchPart('customer')
  const add = may(ENDPOINTS.createCustomer) && (
    <Button icon={<Plus aria-hidden />} onClick={adding.open} variant="primary">
      {words.add}
    </Button>
  )
  const close = () => setOpenId(undefined)
  return (
    <Page actions={add} lead={words.lead} title={words.title}>
      <SplitView panel={openId && <CustomerPanel id={openId} key={openId} onClose={close} />}>
        <CustomerList add={add} onOpen={({ id }) => setOpenId(id)} openId={openId} />
      </SplitView>
      {adding.isOpen && <CustomerDialog onAdded={setOpenId} onClose={adding.close} />}
    </Page>
  )
}

interface CustomerListProps {
  readonly openId: string | undefined
  readonly onOpen: (customer: Customer) => void
  readonly add: ReactNode
}

function CustomerList({ openId, onOpen, add }: CustomerListProps) {
  const { t } = useText()
  const words = t.console.customers
  const [search, setSearch] = useSearchPart('search')
  const customers = useCustomers(useDeferredValue(search))
  const columns = useCustomerColumns()
  if (customers.error && !customers.data) {
    return <ErrorState error={customers.error} onRetry={() => void customers.refetch()} />
  }
  const { empty, none_found } = words
  return (
    <div data-stack>
      <FilterBar>
        <SearchField
          label={words.search}
          maxLength={80}
          onChange={(text) => setSearch(text.trimStart() || undefined)}
          value={search ?? ''}
        />
      </FilterBar>
      <Table
        caption={words.title}
        columns={columns}
        empty={
          search === undefined ? (
            <EmptyState action={add} title={empty.title}>
              {empty.text}
            </EmptyState>
          ) : (
            <EmptyState action={add} title={none_found.title}>
              {none_found.text}
            </EmptyState>
          )
        }
        onOpen={onOpen}
        openKey={openId}
        rowKey={({ id }) => id}
        rows={customers.data?.pages.flatMap((page) => page.items)}
      />
      <MoreButton list={customers} />
    </div>
  )
}
