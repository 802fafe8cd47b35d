import {
  type DoorEffects,
  type DoorOps,
  readListedTicket,
  readTicketToken,
} from '@counterfoil/domain'
import { hashToken } from '../../../../qr/token'
import type { Feature, Keepers, Kept } from '../../feature'
import type { DoorFacts } from './facts'
import { readDoor } from './read'
import { gatherDoor } from './write'

/** Tickets, and people going in and out. Signatures are checked before the lane. */
export const door: Feature<DoorFacts, keyof DoorEffects> = { ...readDoor, gather: gatherDoor }

export const keepDoor: Keepers<keyof DoorOps> = {
  'ticket.admit': ({ ticket_token, performance_id, count = 1 }) =>
    keptTicket(ticket_token, { performance_id, count }),
  'ticket.exit': ({ ticket_token, performance_id }) => keptTicket(ticket_token, { performance_id }),
  'ticket.walk_in': (data) => ({ data }),
}

function keptTicket(token: string, data: Readonly<Record<string, unknown>>): Kept {
  const ticket_id = readListedTicket(token)
  if (ticket_id !== undefined) return { data: { ticket_id, ...data } }
  const token_hash = hashToken(token)
  const ticket = readTicketToken(token)
  const kept = { data: { token_hash, ...data }, token_hash }
  return ticket === undefined ? kept : { ...kept, ticket }
}
