import type { Store } from '@counterfoil/protocol'
import { FormTextField } from '@counterfoil/ui/console'
import { useMemo } from 'react'
import { useCreateStore, useUpdateStore } from '../../api/stores'
import { textOf } from '../../components/form-data'
import { ThingDialog } from '../../components/thing-dialog'
import { useDone } from '../../components/use-done'
import { useText } from '../../text'
import { TimeZoneField } from './time-zone-field'

/** Adds a store, or changes the given one. */
export function StoreDialog({ store, onClose }: { store?: Store; onClose: () => void }) {
  const { t } = useText()
  const words = t.console.stores
  const create = useCreateStore()
  const update = useUpdateStore()
  const done = useDone(onClose)
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
    const body = { name, time_zone: textOf(data, 'time_zone'), address }
    if (store !== undefined) {
      update.mutate({ params: { id: store.id }, body }, done(words.saved))
      return
    }
    const code = textOf(data, 'code').trim()
    create.mutate({ body: { ...body, code } }, done(words.added({ name })))
  }
  return (
    <ThingDialog
      create={create}
      onClose={onClose}
      onSubmit={submit}
      texts={words}
      thing={store}
      update={update}
      words={fieldWords}
    >
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
    </ThingDialog>
  )
}
