import type { Crowd } from './crowd'
import type { PerformanceFact, TicketFact, TicketUse } from './door-facts'
import type { World } from './facts'
import type { Id } from './ids'
import type { Effect, Judgement, JudgeInput } from './judgement'
import type { OpData } from './op'
import { checkRoom, leaseMoved } from './room'
import { checkSignOn } from './sign-on'
import type { PeopleMoved } from './target-fact'
import { readListedTicket } from './ticket-token'
import { type EpochMs, formatInstant } from './time'
import { ACCEPTED, rejected, type Verdict, type VerdictDetail } from './verdict'

/** Judges `ticket.admit`: the ticket, the doors, its uses, the room. */
export function judgeAdmit(
  world: World,
  input: JudgeInput,
  { performance_id, count = 1 }: OpData['ticket.admit'],
): Judgement {
  const performance = world.performances.get(performance_id)
  const ticket = findTicket(world, input)
  const refusal =
    checkCarrier(world, input) ??
    checkTicket(world, input, ticket, performance_id) ??
    checkValid(ticket) ??
    checkDoors(performance, input) ??
    checkUses(performance, ticket, world, input.occurred_at, count) ??
    checkRoom(world, performance, input, input.occurred_at, count)
  if (refusal !== undefined) return { verdict: refusal, effects: [] }
  return {
    verdict: { ...ACCEPTED, detail: detailAfter(world, performance, ticket, input, count) },
    effects: moved(world, input, performance_id, ticket?.id ?? null, count),
  }
}

/** Judges `ticket.walk_in`: guests without a ticket. */
export function judgeWalkIn(
  world: World,
  input: JudgeInput,
  { performance_id, count }: OpData['ticket.walk_in'],
): Judgement {
  const performance = world.performances.get(performance_id)
  const refusal =
    checkCarrier(world, input) ??
    checkDoors(performance, input) ??
    checkRoom(world, performance, input, input.occurred_at, count)
  if (refusal !== undefined) return { verdict: refusal, effects: [] }
  return {
    verdict: { ...ACCEPTED, detail: detailAfter(world, performance, undefined, input, count) },
    effects: moved(world, input, performance_id, null, count),
  }
}

/**
 * Judges `ticket.exit`: one person of the ticket goes out. Whoever is inside may leave,
 * whatever became of the ticket or the performance meanwhile.
 */
export function judgeExit(
  world: World,
  input: JudgeInput,
  { performance_id }: OpData['ticket.exit'],
): Judgement {
  const performance = world.performances.get(performance_id)
  const ticket = findTicket(world, input)
  const refusal =
    checkCarrier(world, input) ??
    checkTicket(world, input, ticket, performance_id) ??
    checkPin(performance, input) ??
    checkInside(world, ticket?.id ?? null, input.occurred_at, 1)
  if (refusal !== undefined) return { verdict: refusal, effects: [] }
  return {
    verdict: { ...ACCEPTED, detail: detailAfter(world, performance, ticket, input, -1) },
    effects: moved(world, input, performance_id, ticket?.id ?? null, -1),
  }
}

/**
 * taking an admission back needs its people still inside, as an exit does; taking an exit
 * back needs room for them, as an admission does.
 */
export function checkUndoPeople(
  world: World,
  input: JudgeInput,
  { performance_id, ticket_id, people: gone }: PeopleMoved,
  at: EpochMs,
): Verdict | undefined {
  if (gone > 0) {
    return ticket_id === null ? undefined : checkInside(world, ticket_id, at, gone)
  }
  const performance = world.performances.get(performance_id)
  const ticket = ticket_id === null ? undefined : world.tickets.get(ticket_id)
  const taken = performance?.reentry === true
  return (
    (taken ? checkUses(performance, ticket, world, at, -gone) : undefined) ??
    checkRoom(world, performance, input, at, -gone)
  )
}

function findTicket(world: World, input: JudgeInput): TicketFact | undefined {
  const id = chosenFromList(input) ?? input.ticket?.claim.ticket_id
  return id === undefined ? undefined : world.tickets.get(id)
}

function chosenFromList({ op: { data } }: JudgeInput): Id | undefined {
  return 'ticket_token' in data ? readListedTicket(data.ticket_token) : undefined
}

/** A sign-on that is named must carry the operation. */
function checkCarrier(world: World, input: JudgeInput): Verdict | undefined {
  return input.op.sign_on === undefined ? undefined : checkSignOn(world, input, 'door')
}

/** genuine, known here, not replaced, and for this performance. R-110: or chosen by name. */
function checkTicket(
  world: World,
  input: JudgeInput,
  ticket: TicketFact | undefined,
  performanceId: Id,
): Verdict | undefined {
  const refusal =
    chosenFromList(input) === undefined
      ? checkToken(world, input, ticket)
      : ticket === undefined
        ? rejected('TICKET_UNKNOWN')
        : undefined
  if (refusal !== undefined) return refusal
  return ticket?.performance_id === performanceId ? undefined : rejected('TICKET_WRONG_PERFORMANCE')
}

function checkToken(
  world: World,
  { ticket: reading, token_hash }: JudgeInput,
  ticket: TicketFact | undefined,
): Verdict | undefined {
  const key = reading?.issuer_key ?? null
  if (key === null || !world.issuer_keys.has(key)) return rejected('TICKET_FORGED')
  if (ticket === undefined) return rejected('TICKET_UNKNOWN')
  return ticket.token_hash === token_hash ? undefined : rejected('TICKET_REVOKED')
}

/** */
function checkValid(ticket: TicketFact | undefined): Verdict | undefined {
  if (ticket?.status === 'revoked') return rejected('TICKET_REVOKED')
  return ticket?.status === 'unconfirmed' ? rejected('TICKET_UNCONFIRMED') : undefined
}

/** the performance takes place and its doors are open; a PIN where it asks for one. */
function checkDoors(
  performance: PerformanceFact | undefined,
  input: JudgeInput,
): Verdict | undefined {
  const opens = performance?.opens_at ?? null
  const closed = opens !== null && input.occurred_at < opens
  if (performance === undefined || !performance.active || closed) {
    const opens_at = opens === null ? null : formatInstant(opens)
    return rejected('PERFORMANCE_NOT_OPEN', { opens_at })
  }
  return checkPin(performance, input)
}

function checkPin(
  performance: PerformanceFact | undefined,
  { by, op }: JudgeInput,
): Verdict | undefined {
  const asked = performance?.pin_required === true && by.type === 'device'
  return asked && op.sign_on === undefined ? rejected('SIGN_ON_MISSING') : undefined
}

/**
 * with re-entry no more of the party may be inside at any moment from then on than it has
 * people; without, no more may ever be let in.
 */
function checkUses(
  performance: PerformanceFact | undefined,
  ticket: TicketFact | undefined,
  world: World,
  at: EpochMs,
  count: number,
): Verdict | undefined {
  if (ticket === undefined) return undefined
  const use = world.ticket_uses.get(ticket.id)
  const taken = performance?.reentry === true ? use?.inside.peakFrom(at) : use?.admitted
  if ((taken ?? 0) + count <= ticket.party_size) return undefined
  const first = use?.first ?? null
  return rejected('TICKET_ALREADY_ADMITTED', {
    first:
      first === null ? null : { at: formatInstant(first.at), device_label: first.device_label },
    admitted: use?.admitted ?? 0,
    party_size: ticket.party_size,
  })
}

/** so many are inside on the ticket at that moment, and are not out again by what came later. */
function checkInside(
  world: World,
  ticketId: Id | null,
  at: EpochMs,
  count: number,
): Verdict | undefined {
  const use = ticketId === null ? undefined : world.ticket_uses.get(ticketId)
  return (use?.inside.lowFrom(at) ?? 0) >= count ? undefined : rejected('TICKET_NOT_INSIDE')
}

function moved(
  world: World,
  input: JudgeInput,
  performance_id: Id,
  ticket_id: Id | null,
  people: number,
): Effect[] {
  const device_label = input.by.type === 'device' ? (input.by.label ?? null) : null
  const movement = { op_id: input.op.id, at: input.occurred_at, people, device_label }
  return [
    { type: 'people', performance_id, ticket_id, movement },
    ...leaseMoved(world, input.by, performance_id, people),
  ]
}

/** For the green screen: how many are inside now, and how much of the party is. */
function detailAfter(
  world: World,
  performance: PerformanceFact | undefined,
  ticket: TicketFact | undefined,
  { occurred_at }: JudgeInput,
  moved: number,
): VerdictDetail {
  const crowd: Crowd | undefined = performance && world.crowds.get(performance.id)
  const use: TicketUse | undefined = ticket && world.ticket_uses.get(ticket.id)
  return {
    inside: (crowd?.at(occurred_at) ?? 0) + moved,
    ...(performance && { capacity: performance.capacity }),
    ...(ticket && {
      admitted: (use?.admitted ?? 0) + Math.max(moved, 0),
      party_size: ticket.party_size,
    }),
  }
}
