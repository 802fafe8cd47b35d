import type { Store } from '@counterfoil/protocol'
import { FormTextField, useToast } from '@counterfoil/ui/console'
import { useMemo } from 'react'
import { useCreateStore, useUpdateStore } from '../../api/stores'
import { textOf } from '../../components/form-data'
import { FormDialog } from '../../components/form-dialog'
import { useText } from '../../text'
import { TimeZoneField } from './time-zone-field'

/** Adds a store, or changes the given one. */
export function StoreDialog({ store, onClose }: { store?: Store; onClose: () => void }) {
  const { t } = useText()
  const words = t.console.stores
  const create = useCreateStore()
  const update = useUpdateStore()
  const toast = useToast()
  const fieldWords = useMemo(
    () => ({
      fields: { code: words.code_wrong },
      conflict: { field: 'code', text: words.code_taken },
    }),
    [words],
  )
  function submit(data: FormData) {
    const name = textOf(data, 'name').trim()
    const address = textOf(data, 'address').trim() || null
    const time_zone = textOf(data, 'time_zone')
    const done = (title: string) => ({
      onSuccess: () => {
        toast({ title })
        onClose()
      },
    })
    if (store === undefined) {
      const code = textOf(data, 'code').trim()
      create.mutate({ body: { name, code, time_zone, address } }, done(words.added({ name })))
      return
    }
    update.mutate(
      { params: { id: store.id }, body: { name, time_zone, address } },
      done(words.saved),
    )
  }
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={submit}
      open
      submitLabel={store === undefined ? words.add : t.common.action.save}
      title={store === undefined ? words.add : words.edit_title({ name: store.name })}
      words={fieldWords}
      write={store === undefined ? create : update}
    >
      <FormTextField
        autoComplete="off"
        defaultValue={store?.name ?? ''}
        isRequired
        label={words.name}
        maxLength={120}
        name="name"
      />
      {store === undefined && (
        <FormTextField
          autoComplete="off"
          hint={words.code_hint}
          isRequired
          label={words.code}
          maxLength={32}
          name="code"
          placeholder="HARBOUR-1"
        />
      )}
      <TimeZoneField value={store?.time_zone} />
      <FormTextField
        autoComplete="off"
        defaultValue={store?.address ?? ''}
        label={words.address}
        maxLength={240}
        name="address"
        note={t.common.form.optional}
      />
    </FormDialog>
  )
}
