import { type Customer, ENDPOINTS } from '@counterfoil/protocol'
import { Skeleton } from '@counterfoil/ui'
import { SidePanel } from '@counterfoil/ui/console'
import { useCustomer } from '../../api/customers'
import { ErrorState } from '../../components/error-state'
import { FactSection, Stack } from '../../components/fact-section'
import { useMoment } from '../../components/use-moment'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import { CustomerActions } from './customer-actions'
import { CustomerCards } from './customer-cards'

export interface CustomerPanelProps {
  readonly id: string
  readonly onClose: () => void
}

/** One customer: how to reach them, which cards are theirs, what can be done. */
export function CustomerPanel({ id, onClose }: CustomerPanelProps) {
  const { t } = useText()
  const may = useMay()
  const answer = useCustomer(id)
  const customer = answer.data?.customer
  const acts = customer !== undefined && may(ENDPOINTS.updateCustomer)
  return (
    <SidePanel
      actions={acts ? <CustomerActions customer={customer} onForgotten={onClose} /> : undefined}
      onClose={onClose}
      title={customer?.name ?? t.common.state.loading}
    >
      {answer.error && !customer && (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {customer === undefined ? (
        answer.isPending && <Skeleton lines={5} />
      ) : (
        <CustomerDetails customer={customer} />
      )}
    </SidePanel>
  )
}

function CustomerDetails({ customer }: { readonly customer: Customer }) {
  const { t, format } = useText()
  const words = t.console.customers
  const moment = useMoment()
  const { phone, email, last_visit_at } = customer
  const dialled = phone?.replaceAll(/[^+\d]/g, '')
  return (
    <Stack>
      <FactSection
        items={[
          {
            term: words.phone,
            value: phone === null ? words.no_contact : <a href={`tel:${dialled}`}>{phone}</a>,
          },
          {
            term: words.email,
            value: email === null ? words.no_contact : <a href={`mailto:${email}`}>{email}</a>,
          },
          {
            term: words.last_visit,
            value: last_visit_at === null ? words.never : moment(last_visit_at),
          },
          { term: words.since, value: format.date(customer.created_at) },
        ]}
        title={words.contact}
      />
      <CustomerCards customer={customer} />
    </Stack>
  )
}
