import type { Customer } from '@counterfoil/protocol'
import { Button } from '@counterfoil/ui'
import { ConfirmDialog, MenuButton } from '@counterfoil/ui/console'
import { useDeleteCustomer } from '../../api/customers'
import { ErrorNotice } from '../../components/error-state'
import { useDialog } from '../../components/use-dialog'
import { useDone } from '../../components/use-done'
import { useText } from '../../text'
import { IssueDialog } from '../cards/issue-dialog'
import { CustomerDialog } from './customer-dialog'

export interface CustomerActionsProps {
  readonly customer: Customer
  readonly onForgotten: () => void
}

export function CustomerActions({ customer, onForgotten }: CustomerActionsProps) {
  const { t } = useText()
  const words = t.console.customers
  const issuing = useDialog()
  const editing = useDialog()
  const forgetting = useDialog()
  const forget = { id: 'forget', label: words.forget, danger: true, onAction: forgetting.open }
  return (
    <>
      <Button onClick={issuing.open} size="small" variant="primary">
        {words.issue}
      </Button>
      <Button onClick={editing.open} size="small">
        {words.edit}
      </Button>
      <MenuButton items={[forget]} size="small" />
      {issuing.isOpen && <IssueDialog customer={customer} onClose={issuing.close} />}
      {editing.isOpen && <CustomerDialog customer={customer} onClose={editing.close} />}
      {forgetting.isOpen && (
        <ForgetDialog customer={customer} onClose={forgetting.close} onForgotten={onForgotten} />
      )}
    </>
  )
}

function ForgetDialog({
  customer,
  onClose,
  onForgotten,
}: CustomerActionsProps & { readonly onClose: () => void }) {
  const { t } = useText()
  const words = t.console.customers
  const erase = useDeleteCustomer()
  const done = useDone(onForgotten)
  return (
    <ConfirmDialog
      busy={erase.isPending}
      confirmLabel={words.forget}
      onClose={onClose}
      onConfirm={() => erase.mutate({ params: { id: customer.id } }, done(words.forgotten))}
      open
      title={words.forget_title(customer)}
      tone="danger"
    >
      <p>{words.forget_text}</p>
      <ErrorNotice error={erase.error} />
    </ConfirmDialog>
  )
}
