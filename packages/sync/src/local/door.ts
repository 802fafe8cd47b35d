import {
  addMovement,
  createCrowd,
  createTicketUse,
  type EpochMs,
  type Id,
  instantMs,
  keyHint,
  type OpBody,
  readListedTicket,
  readTicketToken,
  type PeopleMoved,
  removeMovement,
  type TicketReading,
  type TicketUse,
  type UnverifiedTicket,
  type World,
} from '@counterfoil/domain'
import { type MovedHere, movedHere } from './moved-here'
import type {
  Identity,
  IssuerKeyRow,
  MovementRow,
  OutboxRow,
  PerformanceRow,
  TicketRow,
} from './rows'
import type { LocalTables } from './tables'

const NOTHING: readonly MovementRow[] = []
const EVER = Infinity as EpochMs

/** What was held up to the door. */
export interface ShownTicket {
  readonly token_hash?: string
  /** What the ticket's token says and who signed it; see {@link readTicket}. */
  readonly ticket?: TicketReading
}

/** Ed25519, by whatever the tablet has for it. */
export type VerifySignature = (
  key: IssuerKeyRow['public_key'],
  ticket: UnverifiedTicket,
) => Promise<boolean>

/**
 * What a ticket's token says and which standing key signed it; `undefined` when it is no ticket.
 * A token that the tablet has on its list is genuine without a look at its signature. Not inside a
 * transaction: checking takes its time.
 */
export async function readTicket(
  db: Pick<LocalTables, 'tickets' | 'allIssuerKeys'>,
  token: string,
  tokenHash: string,
  verify: VerifySignature,
): Promise<TicketReading | undefined> {
  const ticket = readTicketToken(token)
  if (ticket === undefined) return undefined
  const [row, keys] = await Promise.all([
    db.tickets.get(ticket.claim.ticket_id),
    db.allIssuerKeys(),
  ])
  return checkTicket(ticket, row?.token_hash === tokenHash, keys, verify)
}

/** Which of the standing keys signed a ticket; one that is `listed` is genuine without a look. */
export async function checkTicket(
  ticket: UnverifiedTicket,
  listed: boolean,
  keys: readonly IssuerKeyRow[],
  verify: VerifySignature,
): Promise<TicketReading> {
  const { claim } = ticket
  for (const { id, public_key } of keys.filter((key) => keyHint(key.id) === claim.key_hint)) {
    if (listed || (await verify(public_key, ticket))) return { claim, issuer_key: id }
  }
  return { claim, issuer_key: null }
}

/** For an operation at a door: the performance with this door's lease, and the ticket. */
export async function loadDoor(
  db: LocalTables,
  world: World,
  identity: Identity | PromiseLike<Identity>,
  { data }: OpBody,
  at: PromiseLike<EpochMs>,
  { token_hash: tokenHash, ticket: reading }: ShownTicket,
): Promise<void> {
  if (!('performance_id' in data)) return
  const listed = 'ticket_token' in data ? readListedTicket(data.ticket_token) : undefined
  const ticketId = listed ?? reading?.claim.ticket_id
  const keyId = reading?.issuer_key ?? null
  // Asked for at once: a person waits, and every answer of the database takes its turn.
  const [{ device }, here, performance, ticket, used, key] = await Promise.all([
    identity,
    movedHere(db, data.performance_id, at),
    db.performances.get(data.performance_id),
    ticketId === undefined ? undefined : db.tickets.get(ticketId),
    ticketId === undefined ? NOTHING : db.movementsOn(ticketId),
    keyId === null ? undefined : db.issuer_keys.get(keyId),
  ])
  knowPerformance(world, device.id, performance, here)
  if (key !== undefined) world.issuer_keys.add(key.id)
  if (ticketId === undefined) return
  knowTicket(world, ticketId, ticket, used)
  if (ticket !== undefined || reading === undefined || tokenHash === undefined) return
  // Sold since the last sync, as far as this tablet can tell: it lets them in, the server decides.
  const { ticket_id: id, performance_id, party_size } = reading.claim
  const unlisted = { id, performance_id, party_size, token_hash: tokenHash }
  world.tickets.set(id, { ...unlisted, status: 'confirmed' })
}

/**
 * What undoing an operation of this tablet would take back, with the world that it needs;
 * `undefined` when it moved nobody.
 */
export async function loadMoved(
  db: LocalTables,
  world: World,
  deviceId: Id,
  { id }: OutboxRow,
): Promise<{ readonly moved: PeopleMoved; readonly voided: boolean } | undefined> {
  const row = await db.movements.get(id)
  if (row?.effect.type !== 'people') return undefined
  const { performance_id, ticket_id, movement } = row.effect
  const [here, used, performance, ticket] = await Promise.all([
    movedHere(db, performance_id, movement.at),
    ticket_id === null ? db.movementsOf(performance_id) : db.movementsOn(ticket_id),
    db.performances.get(performance_id),
    ticket_id === null ? undefined : db.tickets.get(ticket_id),
  ])
  knowPerformance(world, deviceId, performance, here)
  if (ticket_id !== null) knowTicket(world, ticket_id, ticket, used)
  const voided = used.some(({ effect: e }) => e.type === 'people_voided' && e.op_id === id)
  return {
    moved: { type: 'people', performance_id, ticket_id, people: movement.people },
    voided,
  }
}

export interface PartyHere {
  /** People let in so far, whoever left again included. */
  readonly admitted: number
  readonly inside: number
}

/** How much of a ticket's party went in, by the server's word and by what was done here since. */
export async function partyHere(
  db: Pick<LocalTables, 'movementsOn'>,
  ticket: TicketRow,
): Promise<PartyHere> {
  return partyAfter(ticket, await db.movementsOn(ticket.id))
}

/** The same, of movements on the ticket that are at hand. */
export function partyAfter(ticket: TicketRow, here: readonly MovementRow[]): PartyHere {
  const use = withEffects(storedUse(ticket), here)
  return { admitted: use.admitted, inside: use.inside.last() }
}

export interface CrowdHere {
  /** By the server's word and by what was done here since: too many, never too few. */
  readonly inside: number
  /** Places that this door's lease still has; `null` without a lease. */
  readonly leased: number | null
}

/** How full a performance is, and what of it is kept for this door. */
export async function crowdHere(
  db: Pick<LocalTables, 'crowds' | 'movementsOf'>,
  row: PerformanceRow,
  deviceId: Id,
): Promise<CrowdHere> {
  const { people } = await movedHere(db, row.id, EVER)
  const leased = leasesOf(row, deviceId, people).get(deviceId) ?? null
  return { inside: row.inside + people, leased }
}

/**
 * The tablet does not know the whole evening: what the server counted holds for all of it, what was
 * done here since comes on top. Until the next pull some of it is in both; then too many are
 * counted, never too few.
 */
function knowPerformance(
  world: World,
  deviceId: Id,
  row: PerformanceRow | undefined,
  { people, steps }: MovedHere,
): void {
  if (row === undefined) return
  const { id } = row
  const opens_at = row.opens_at === null ? null : instantMs(row.opens_at)
  world.performances.set(id, { ...row, opens_at })
  const later = steps.reduce((sum, step) => sum + step.people, 0)
  world.crowds.set(id, createCrowd(steps, row.inside + people - later))
  world.leases.set(id, leasesOf(row, deviceId, people))
}

/** What was done here since the server's row comes off this door's places. */
function leasesOf({ leases = [] }: PerformanceRow, deviceId: Id, used: number): Map<Id, number> {
  return new Map(
    leases.map(({ device_id, places }) => {
      const own = device_id === deviceId
      return [device_id, own ? Math.max(0, places - used) : places]
    }),
  )
}

function knowTicket(
  world: World,
  id: Id,
  row: TicketRow | undefined,
  here: readonly MovementRow[],
): void {
  if (row !== undefined) world.tickets.set(id, row)
  const known = row === undefined ? createTicketUse([]) : storedUse(row)
  world.ticket_uses.set(id, withEffects(known, here))
}

function storedUse({ recent, admitted, inside, first }: TicketRow): TicketUse {
  const movements = recent.map(({ at, ...movement }) => ({ ...movement, at: instantMs(at) }))
  const earliest = first === null ? null : { ...first, at: instantMs(first.at) }
  return createTicketUse(movements, { admitted, inside, first: earliest })
}

/** What the server's row holds already is known by its operation. */
function withEffects(use: TicketUse, here: readonly MovementRow[]): TicketUse {
  const counted = new Set(use.movements.map(({ op_id }) => op_id))
  // In the order in which it was done: ids are UUIDv7.
  for (const { effect } of here.toSorted((a, b) => (a.op_id < b.op_id ? -1 : 1))) {
    if (effect.type === 'people_voided') removeMovement(use, effect.op_id)
    else if (!counted.has(effect.movement.op_id)) addMovement(use, effect.movement)
  }
  return use
}
