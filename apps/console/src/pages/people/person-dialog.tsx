import type { Staff } from '@counterfoil/protocol'
import { FormTextField, useToast } from '@counterfoil/ui/console'
import { useMemo, useState } from 'react'
import { useCreateStaff, useUpdateStaff } from '../../api/staff'
import { textOf } from '../../components/form-data'
import { FormDialog } from '../../components/form-dialog'
import { useText } from '../../text'
import { PinField } from './pin-field'
import { useWeakPin } from './use-weak-pin'

/** Adds a person, or changes the given one. */
export function PersonDialog({ person, onClose }: { person?: Staff; onClose: () => void }) {
  const { t } = useText()
  const words = t.console.people
  const create = useCreateStaff()
  const update = useUpdateStaff()
  const toast = useToast()
  const weakPin = useWeakPin()
  const [weak, setWeak] = useState<Record<string, string>>()
  const fieldWords = useMemo(
    () => ({
      fields: { personnel_number: words.number_hint, pin: words.weak.COMMON },
      conflict: { field: 'personnel_number', text: words.number_taken },
    }),
    [words],
  )
  function submit(data: FormData) {
    const name = textOf(data, 'name').trim()
    const personnel_number = textOf(data, 'personnel_number').trim()
    const pin = textOf(data, 'pin')
    const reason = pin === '' ? undefined : weakPin(pin, personnel_number)
    setWeak(reason === undefined ? undefined : { pin: reason })
    if (reason !== undefined) return
    const done = (title: string) => ({
      onSuccess: () => {
        toast({ title })
        onClose()
      },
    })
    if (person === undefined) {
      const body = { name, personnel_number, ...(pin !== '' && { pin }) }
      create.mutate({ body }, done(words.added({ name })))
      return
    }
    update.mutate(
      { params: { id: person.id }, body: { name, personnel_number } },
      done(words.saved),
    )
  }
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={submit}
      open
      submitLabel={person === undefined ? words.add : t.common.action.save}
      title={person === undefined ? words.add : words.edit_title({ name: person.name })}
      words={fieldWords}
      write={person === undefined ? create : update}
      {...(weak && { localErrors: weak })}
    >
      <FormTextField
        autoComplete="off"
        defaultValue={person?.name ?? ''}
        isRequired
        label={words.name}
        maxLength={120}
        name="name"
      />
      <FormTextField
        autoComplete="off"
        defaultValue={person?.personnel_number ?? ''}
        hint={words.number_hint}
        isRequired
        label={words.number}
        maxLength={20}
        name="personnel_number"
      />
      {person === undefined && (
        <PinField hint={words.pin_later} note={t.common.form.optional} required={false} />
      )}
    </FormDialog>
  )
}
