import {
  addMovement,
  createCrowd,
  createTicketUse,
  type Effect,
  type Id,
  instantMs,
  keyHint,
  type Op,
  readListedTicket,
  readTicketToken,
  type PeopleMoved,
  removeMovement,
  type Step,
  type TicketReading,
  type TicketUse,
  type UnverifiedTicket,
  type World,
} from '@counterfoil/domain'
import type { IssuerKeyRow, OutboxRow, PerformanceRow, TicketRow } from './rows'
import type { LocalTables } from './tables'

type DoorEffect = Effect<'people' | 'people_voided'>

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

/** Keeps who went in or out, or what takes that back, under the operation that did it. */
export async function keepMovement(db: LocalTables, opId: Id, effect: DoorEffect): Promise<void> {
  const { performance_id } = effect
  await db.movements.put({ op_id: opId, performance_id, effect, settled: 0 })
}

/** For an operation at a door: the performance with this door's lease, and the ticket. */
export async function loadDoor(
  db: LocalTables,
  world: World,
  deviceId: Id,
  { data }: Op,
  tokenHash: string | undefined,
  reading: TicketReading | undefined,
): Promise<void> {
  if (!('performance_id' in data)) return
  const listed = 'ticket_token' in data ? readListedTicket(data.ticket_token) : undefined
  const ticketId = listed ?? reading?.claim.ticket_id
  const keyId = reading?.issuer_key ?? null
  // Asked for at once: a person waits, and every answer of the database takes its turn.
  const [here, performance, ticket, key] = await Promise.all([
    effectsHere(db, data.performance_id),
    db.performances.get(data.performance_id),
    ticketId === undefined ? undefined : db.tickets.get(ticketId),
    keyId === null ? undefined : db.issuer_keys.get(keyId),
  ])
  knowPerformance(world, deviceId, performance, here)
  if (key !== undefined) world.issuer_keys.add(key.id)
  if (ticketId === undefined) return
  knowTicket(world, ticketId, ticket, here)
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
  const here = await effectsHere(db, performance_id)
  knowPerformance(world, deviceId, await db.performances.get(performance_id), here)
  if (ticket_id !== null) knowTicket(world, ticket_id, await db.tickets.get(ticket_id), here)
  const voided = here.some((effect) => effect.type === 'people_voided' && effect.op_id === id)
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
  db: Pick<LocalTables, 'movementsOf'>,
  ticket: TicketRow,
): Promise<PartyHere> {
  const here = await effectsHere(db, ticket.performance_id)
  const use = withEffects(storedUse(ticket), ticket.id, here)
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
  db: Pick<LocalTables, 'movementsOf'>,
  row: PerformanceRow,
  deviceId: Id,
): Promise<CrowdHere> {
  const here = peopleIn(await effectsHere(db, row.id))
  const leased = leasesOf(row, deviceId, here).get(deviceId) ?? null
  return { inside: row.inside + here, leased }
}

function peopleIn(here: readonly DoorEffect[]): number {
  return here.reduce((sum, effect) => sum + stepOf(effect).people, 0)
}

/** What was done here at a performance's doors, in order: ids are UUIDv7. */
async function effectsHere(
  db: Pick<LocalTables, 'movementsOf'>,
  performanceId: Id,
): Promise<readonly DoorEffect[]> {
  const rows = await db.movementsOf(performanceId)
  return rows.toSorted((a, b) => (a.op_id < b.op_id ? -1 : 1)).map(({ effect }) => effect)
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
  here: readonly DoorEffect[],
): void {
  if (row === undefined) return
  const { id } = row
  const opens_at = row.opens_at === null ? null : instantMs(row.opens_at)
  world.performances.set(id, { ...row, opens_at })
  const steps = here.map(stepOf)
  world.crowds.set(id, createCrowd(steps, row.inside))
  world.leases.set(id, leasesOf(row, deviceId, peopleIn(here)))
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

function stepOf(effect: DoorEffect): Step {
  return effect.type === 'people' ? effect.movement : { at: effect.at, people: -effect.people }
}

function knowTicket(
  world: World,
  id: Id,
  row: TicketRow | undefined,
  here: readonly DoorEffect[],
): void {
  if (row !== undefined) world.tickets.set(id, row)
  const known = row === undefined ? createTicketUse([]) : storedUse(row)
  world.ticket_uses.set(id, withEffects(known, id, here))
}

function storedUse({ recent, admitted, inside, first }: TicketRow): TicketUse {
  const movements = recent.map(({ at, ...movement }) => ({ ...movement, at: instantMs(at) }))
  const earliest = first === null ? null : { ...first, at: instantMs(first.at) }
  return createTicketUse(movements, { admitted, inside, first: earliest })
}

/** What the server's row holds already is known by its operation. */
function withEffects(use: TicketUse, id: Id, here: readonly DoorEffect[]): TicketUse {
  const counted = new Set(use.movements.map(({ op_id }) => op_id))
  for (const effect of here) {
    if (effect.ticket_id !== id) continue
    if (effect.type === 'people_voided') removeMovement(use, effect.op_id)
    else if (!counted.has(effect.movement.op_id)) addMovement(use, effect.movement)
  }
  return use
}
