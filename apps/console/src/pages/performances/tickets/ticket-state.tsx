import type { Ticket } from '@counterfoil/protocol'
import { StatusDot } from '@counterfoil/ui/console'
import { useText } from '../../../text'

const TONES = { confirmed: 'ok', unconfirmed: 'warn', revoked: 'danger' } as const

export function TicketState({ ticket }: { readonly ticket: Ticket }) {
  const { tickets: words } = useText().t.console
  return (
    <StatusDot hollow={ticket.status !== 'confirmed'} tone={TONES[ticket.status]}>
      {words.states[ticket.status]}
    </StatusDot>
  )
}
