import type { Staff } from '@counterfoil/protocol'
import { useToast } from '@counterfoil/ui/console'
import { useMemo, useState } from 'react'
import { useSetPin } from '../../api/staff'
import { textOf } from '../../components/form-data'
import { FormDialog } from '../../components/form-dialog'
import { useText } from '../../text'
import { PinField } from './pin-field'
import { useWeakPin } from './use-weak-pin'

export function PinDialog({ person, onClose }: { person: Staff; onClose: () => void }) {
  const { t } = useText()
  const words = t.console.people
  const setPin = useSetPin()
  const toast = useToast()
  const weakPin = useWeakPin()
  const [weak, setWeak] = useState<Record<string, string>>()
  const fieldWords = useMemo(() => ({ fields: { pin: words.weak.COMMON } }), [words])
  function submit(data: FormData) {
    const pin = textOf(data, 'pin')
    const reason = weakPin(pin, person.personnel_number)
    setWeak(reason === undefined ? undefined : { pin: reason })
    if (reason !== undefined) return
    setPin.mutate(
      { params: { id: person.id }, body: { pin } },
      {
        onSuccess: () => {
          toast({ title: words.pin_saved({ name: person.name }) })
          onClose()
        },
      },
    )
  }
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={submit}
      open
      submitLabel={person.pin_set ? words.change_pin : words.set_pin}
      title={words.pin_title({ name: person.name })}
      words={fieldWords}
      write={setPin}
      {...(weak && { localErrors: weak })}
    >
      <p>{words.pin_text}</p>
      <PinField hint={words.pin_hint} required />
      {person.pin_set && <p>{words.pin_old}</p>}
    </FormDialog>
  )
}
