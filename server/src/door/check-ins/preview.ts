import { createTicketUse, formatInstant } from '@counterfoil/domain'
import type { CheckInPreview } from '@counterfoil/protocol'
import type { Foreseen } from '../../sync/ingest/foresee'
import {
  movementFact,
  type PerformanceFacts,
  type TicketFacts,
} from '../../sync/ingest/features/door/facts'

/** What a person at the door is shown before anybody is let in. */
export function previewOf({ verdict, facts }: Foreseen): CheckInPreview {
  const { status, code, detail } = verdict
  // Whoever copies a number of the list without its signature learns nothing of the guest.
  const ticket = code === 'TICKET_FORGED' ? undefined : facts.tickets?.[0]
  const performance = facts.performances?.[0]
  return {
    verdict: { status, code, detail },
    ticket: ticket === undefined ? null : ticketOf(ticket),
    performance: performance === undefined ? null : performanceOf(performance),
  }
}

function ticketOf({ movements, ...ticket }: TicketFacts): CheckInPreview['ticket'] {
  const { id, performance_id, name, party_size, status } = ticket
  const { admitted, inside } = createTicketUse((movements ?? []).map(movementFact))
  return { id, performance_id, name, party_size, status, admitted, inside: inside.last() }
}

function performanceOf(performance: PerformanceFacts): CheckInPreview['performance'] {
  const { id, title, starts_at, opens_at, capacity, reentry, active, inside } = performance
  return {
    id,
    title,
    starts_at: formatInstant(starts_at),
    opens_at: opens_at === null ? null : formatInstant(opens_at),
    capacity,
    reentry,
    active,
    inside,
  }
}
