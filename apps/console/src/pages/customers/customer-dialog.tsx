import type { Customer } from '@counterfoil/protocol'
import { FormTextField } from '@counterfoil/ui/console'
import { useMemo } from 'react'
import { useCreateCustomer, useUpdateCustomer } from '../../api/customers'
import { textOf } from '../../components/form-data'
import { ThingDialog } from '../../components/thing-dialog'
import { useDone } from '../../components/use-done'
import { useText } from '../../text'

export interface CustomerDialogProps {
  readonly customer?: Customer
  readonly onClose: () => void
  readonly onAdded?: (id: string) => void
}

/** Adds a customer, or changes the given one. A name is enough. */
export function CustomerDialog({ customer, onClose, onAdded }: CustomerDialogProps) {
  const { t } = useText()
  const words = t.console.customers
  const create = useCreateCustomer()
  const update = useUpdateCustomer()
  const done = useDone(onClose)
  const fieldWords = useMemo(() => ({ fields: { phone: words.phone_wrong } }), [words])
  function submit(data: FormData) {
    const name = textOf(data, 'name').trim()
    const email = textOf(data, 'email').trim() || null
    const phone = textOf(data, 'phone').trim() || null
    const body = { name, email, phone }
    if (customer !== undefined) {
      update.mutate({ params: { id: customer.id }, body }, done(words.saved))
      return
    }
    const { onSuccess } = done(words.added({ name }))
    create.mutate(
      { body },
      {
        onSuccess: (answer) => {
          onSuccess()
          onAdded?.(answer.customer.id)
        },
      },
    )
  }
  return (
    <ThingDialog
      create={create}
      onClose={onClose}
      onSubmit={submit}
      texts={words}
      thing={customer}
      update={update}
      words={fieldWords}
    >
      <FormTextField
        autoComplete="off"
        defaultValue={customer?.phone ?? ''}
        inputMode="tel"
        label={words.phone}
        maxLength={40}
        name="phone"
        note={t.common.form.optional}
      />
      <FormTextField
        autoComplete="off"
        defaultValue={customer?.email ?? ''}
        label={words.email}
        maxLength={254}
        name="email"
        note={t.common.form.optional}
        type="email"
      />
    </ThingDialog>
  )
}
