import type { Performance } from '@counterfoil/protocol'
import { FormTextField, NumberField } from '@counterfoil/ui/console'
import { useState } from 'react'
import { useCreateTicket } from '../../../api/guests'
import { textOf } from '../../../components/form-data'
import { FormDialog } from '../../../components/form-dialog'
import { useText } from '../../../text'
import { TicketModal } from './ticket-modal'

export interface IssueTicketDialogProps {
  readonly performance: Performance
  readonly onClose: () => void
}

/** A ticket without a booking; its code is shown this once. */
export function IssueTicketDialog({ performance, onClose }: IssueTicketDialogProps) {
  const { tickets: words, guests } = useText().t.console
  const create = useCreateTicket()
  const [party_size, setParty] = useState(1)
  if (create.data !== undefined) {
    const { ticket, token } = create.data
    return (
      <TicketModal
        lead={guests.ticket.once}
        onClose={onClose}
        performance={performance}
        ticket={{ ...ticket, url: `${location.origin}/t/${token}` }}
        title={guests.ticket.title(ticket)}
      />
    )
  }
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={(data) => {
        const name = textOf(data, 'name').trim()
        create.mutate({ body: { performance_id: performance.id, name, party_size } })
      }}
      open
      submitLabel={words.issue}
      title={words.issue}
      write={create}
    >
      <p>{words.issue_text}</p>
      <FormTextField autoComplete="off" isRequired label={words.name} maxLength={120} name="name" />
      <NumberField
        isRequired
        label={guests.party}
        maxValue={1000}
        minValue={1}
        name="party_size"
        onChange={setParty}
        value={party_size}
      />
    </FormDialog>
  )
}
