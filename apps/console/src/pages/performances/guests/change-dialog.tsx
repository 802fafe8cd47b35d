import { useMemo } from 'react'
import { useUpdateGuest } from '../../../api/guests'
import { FormDialog } from '../../../components/form-dialog'
import { useDone } from '../../../components/use-done'
import { useText } from '../../../text'
import type { GuestDialogProps } from './guest-dialog-props'
import { GuestFields, useGuestFields } from './guest-fields'

/** Corrects a booking; a changed party gets a new ticket. */
export function ChangeDialog({ guest, onClose }: GuestDialogProps) {
  const { t } = useText()
  const words = t.console.guests.change
  const update = useUpdateGuest()
  const done = useDone(onClose)
  const fields = useGuestFields(guest)
  const conflict = useMemo(() => ({ conflict: { field: 'party_size', text: words.full } }), [words])
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={(data) =>
        update.mutate({ params: { id: guest.id }, body: fields.read(data) }, done(words.saved))
      }
      open
      submitLabel={t.common.action.save}
      title={words.title(guest)}
      words={conflict}
      write={update}
    >
      <GuestFields
        {...fields}
        emailNeeded={guest.status === 'pending'}
        partyHint={words.party_hint}
      />
    </FormDialog>
  )
}
