import type { Staff } from '@counterfoil/protocol'
import { FormTextField } from '@counterfoil/ui/console'
import { useMemo, useState } from 'react'
import { useCreateStaff, useUpdateStaff } from '../../api/staff'
import { textOf } from '../../components/form-data'
import { ThingDialog } from '../../components/thing-dialog'
import { useDone } from '../../components/use-done'
import { useText } from '../../text'
import { PinField } from './pin-field'
import { useWeakPin } from './use-weak-pin'

/** Adds a person, or changes the given one. */
export function PersonDialog({ person, onClose }: { person?: Staff; onClose: () => void }) {
  const { t } = useText()
  const words = t.console.people
  const create = useCreateStaff()
  const update = useUpdateStaff()
  const done = useDone(onClose)
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
    const body = { name, personnel_number }
    if (person !== undefined) {
      update.mutate({ params: { id: person.id }, body }, done(words.saved))
      return
    }
    create.mutate({ body: { ...body, ...(pin !== '' && { pin }) } }, done(words.added({ name })))
  }
  return (
    <ThingDialog
      create={create}
      onClose={onClose}
      onSubmit={submit}
      texts={words}
      thing={person}
      update={update}
      words={fieldWords}
      {...(weak && { localErrors: weak })}
    >
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
    </ThingDialog>
  )
}
