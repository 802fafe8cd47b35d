import type { Performance, Reservation } from '@counterfoil/protocol'
import { Skeleton } from '@counterfoil/ui'
import { Modal } from '@counterfoil/ui/console'
import { usePrintedTickets } from '../../../api/guests'
import { ErrorNotice } from '../../../components/error-state'
import { useText } from '../../../text'
import { TicketModal } from '../tickets/ticket-modal'

export interface GuestTicketDialogProps {
  readonly guest: Reservation
  readonly performance: Performance
  readonly onClose: () => void
}

/** The ticket of a booking: its code, its link, and paper. */
export function GuestTicketDialog({ guest, performance, onClose }: GuestTicketDialogProps) {
  const { guests } = useText().t.console
  const words = guests.ticket
  const tickets = usePrintedTickets(performance.id, guest.id)
  const ticket = tickets.data?.[0]
  if (ticket !== undefined) {
    return (
      <TicketModal
        lead={words.text}
        onClose={onClose}
        performance={performance}
        ticket={ticket}
        title={words.title(guest)}
      />
    )
  }
  return (
    <Modal onClose={onClose} open title={words.title(guest)}>
      {tickets.isPending && <Skeleton lines={4} />}
      <ErrorNotice error={tickets.error} />
      {tickets.data && <p>{words.gone}</p>}
    </Modal>
  )
}
