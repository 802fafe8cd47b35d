import { createCrowd, type Step } from './crowd'
import type { PerformanceFact, TicketFact } from './door-facts'
import { emptyWorld, type World } from './facts'
import type { JudgeInput } from './judgement'
import type { OpBody } from './op'
import { DEFAULT_SETTINGS } from './policy'
import { DEVICE, input, opId } from './testing'
import { keyHint } from './ticket-token'
import { createTicketUse } from './ticket-use'
import type { EpochMs } from './time'

/** A small venue for tests of the rules; nothing of it is used by the product. */
export const PERFORMANCE: PerformanceFact = {
  id: opId(0xe0),
  active: true,
  capacity: 100,
  opens_at: null,
  reentry: false,
  pin_required: false,
}
export const ISSUER_KEY = opId(0xe1)

export function ticketFact(n: number, of: Partial<TicketFact> = {}): TicketFact {
  const id = opId(0xe000 + n)
  return {
    id,
    performance_id: PERFORMANCE.id,
    token_hash: `hash of ${id}`,
    party_size: 1,
    status: 'confirmed',
    ...of,
  }
}

export function venue(
  performance: Partial<PerformanceFact> = {},
  tickets: readonly TicketFact[] = [ticketFact(1)],
  inside: readonly Step[] = [],
): World {
  const world = emptyWorld(DEFAULT_SETTINGS)
  world.performances.set(PERFORMANCE.id, { ...PERFORMANCE, ...performance })
  world.crowds.set(PERFORMANCE.id, createCrowd(inside))
  world.issuer_keys.add(ISSUER_KEY)
  for (const ticket of tickets) {
    world.tickets.set(ticket.id, ticket)
    world.ticket_uses.set(ticket.id, createTicketUse([]))
  }
  return world
}

type Extras = Partial<JudgeInput> & { readonly sign_on?: string }

function doorInput(n: number, body: OpBody, at: EpochMs, extras: Extras): JudgeInput {
  const by = { type: 'device', device_id: DEVICE, jobs: ['door'], label: 'North door' } as const
  return input(n, body, at, { by, token_hash: undefined, ...extras })
}

/** What a genuine token of the ticket brings along. */
export function shownTicket({ id, token_hash, performance_id, party_size }: TicketFact) {
  const claim = { key_hint: keyHint(ISSUER_KEY), ticket_id: id, performance_id, party_size }
  return { token_hash, ticket: { claim, issuer_key: ISSUER_KEY } }
}

export function admitInput(
  n: number,
  ticket: TicketFact,
  at: EpochMs,
  { count, ...extras }: Extras & { readonly count?: number } = {},
): JudgeInput {
  const data = { ticket_token: 'token', performance_id: PERFORMANCE.id, count }
  return doorInput(n, { kind: 'ticket.admit', data }, at, { ...shownTicket(ticket), ...extras })
}

export function exitInput(
  n: number,
  ticket: TicketFact,
  at: EpochMs,
  extras: Extras = {},
): JudgeInput {
  const data = { ticket_token: 'token', performance_id: PERFORMANCE.id }
  return doorInput(n, { kind: 'ticket.exit', data }, at, { ...shownTicket(ticket), ...extras })
}

export function walkInInput(
  n: number,
  count: number,
  at: EpochMs,
  extras: Extras = {},
): JudgeInput {
  const data = { performance_id: PERFORMANCE.id, count }
  return doorInput(n, { kind: 'ticket.walk_in', data }, at, extras)
}

export function undoInput(n: number, target: number, at: EpochMs): JudgeInput {
  return doorInput(n, { kind: 'op.void', data: { op_id: opId(target), reason: '' } }, at, {})
}
