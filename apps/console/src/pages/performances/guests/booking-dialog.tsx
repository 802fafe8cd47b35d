import type { Performance, Reservation } from '@counterfoil/protocol'
import { RadioGroup, useToast } from '@counterfoil/ui/console'
import { useMemo, useState } from 'react'
import { useCreateGuest } from '../../../api/guests'
import { FormDialog } from '../../../components/form-dialog'
import { useText } from '../../../text'
import { GuestFields, useGuestFields } from './guest-fields'
import { GuestTicketDialog } from './guest-ticket'

export interface BookingDialogProps {
  readonly performance: Performance
  readonly onClose: () => void
}

type How = 'confirmed' | 'pending'

/** Books for a guest; who is confirmed at once gets the ticket right here. */
export function BookingDialog({ performance, onClose }: BookingDialogProps) {
  const [booked, setBooked] = useState<Reservation>()
  if (booked !== undefined) {
    return <GuestTicketDialog guest={booked} onClose={onClose} performance={performance} />
  }
  return <BookingForm onBooked={setBooked} onClose={onClose} performance={performance} />
}

interface BookingFormProps extends BookingDialogProps {
  readonly onBooked: (guest: Reservation) => void
}

function BookingForm({ performance, onClose, onBooked }: BookingFormProps) {
  const { t, language } = useText()
  const words = t.console.guests.booking
  const [status, setStatus] = useState<How>('confirmed')
  const create = useCreateGuest()
  const toast = useToast()
  const fields = useGuestFields({ name: '', email: null, party_size: 2, language, note: '' })
  const conflict = useMemo(() => ({ conflict: { field: 'party_size', text: words.full } }), [words])
  const submit = (data: FormData) =>
    create.mutate(
      { body: { ...fields.read(data), status, performance_id: performance.id } },
      {
        onSuccess: ({ reservation }) => {
          const { name } = reservation
          toast({ title: status === 'confirmed' ? words.done({ name }) : words.pending({ name }) })
          if (status === 'confirmed') onBooked(reservation)
          else onClose()
        },
      },
    )
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={submit}
      open
      submitLabel={words.submit}
      title={words.title}
      words={conflict}
      write={create}
    >
      <GuestFields {...fields} emailNeeded={status === 'pending'} />
      <RadioGroup
        cards
        label={words.how}
        onChange={setStatus}
        options={[
          { value: 'confirmed', label: words.at_once, hint: words.at_once_hint },
          { value: 'pending', label: words.by_mail, hint: words.by_mail_hint },
        ]}
        value={status}
      />
    </FormDialog>
  )
}
