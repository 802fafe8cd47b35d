import type { DoorEffects, EpochMs, Id, Judgement, World } from '@counterfoil/domain'
import { sql } from 'kysely'
import { movePlaces, type StoredLeases } from '../../../../door/lease-store'
import { performanceChange } from '../../../../door/performance-change'
import { ticketChange } from '../../../../door/ticket-change'
import type { BatchOp } from '../../batch'
import { storable } from '../../clock'
import type { Folding, Gathering } from '../../feature'
import { found, json, optional, type Part, type Rows, when } from '../../sql-parts'
import type { Subject } from '../../subject'
import type { DoorFacts, PerformanceFacts } from './facts'

/** A movement as it stands at the end of the batch. */
interface MovementState {
  readonly performance_id: Id
  readonly ticket_id: Id | null
  readonly at: EpochMs
  readonly people: number
  readonly voided: boolean
}

/** By operation. */
type Movements = ReadonlyMap<Id, MovementState>

export function gatherDoor(folding: Folding<DoorFacts>): Gathering<keyof DoorEffects> {
  const { world, batch } = folding
  const movements = new Map<Id, MovementState>()
  const leases = new Map<Id, StoredLeases>()
  return {
    takers: {
      people: (_, { performance_id, ticket_id, movement: { op_id, at, people } }) =>
        void movements.set(op_id, { performance_id, ticket_id, at, people, voided: false }),
      people_voided: (_, { type: _type, op_id, ...movement }) =>
        void movements.set(op_id, { ...movement, voided: true }),
      lease_moved: (_, { performance_id, device_id, places }) => {
        const before = leases.get(performance_id) ?? leasesBefore(folding, performance_id)
        leases.set(performance_id, movePlaces(before, device_id, places))
      },
    },
    subject: (op, judgement) => subjectOf(world, op, judgement),
    write: ({ merchant }) => {
      const performances = touchedPerformances(movements, leases, folding)
      const tickets = touchedTickets(movements, folding)
      const device_id = batch.stream?.device_id ?? null
      return {
        parts: [
          ...upsertMovements(merchant, movementRows(movements, device_id)),
          ...updatePerformances(merchant, performances),
          ...updateTickets(merchant, tickets.map(ticketRow)),
        ],
        changes: [
          ...performances.map(performanceChange),
          ...tickets.map(({ ticket, use }) => ticketChange(ticket, use, batch.received_at)),
        ],
        topics: movements.size === 0 ? [] : ['door'],
      }
    },
  }
}

/** Named where known here; a ticket only where the token is its own. */
function subjectOf(
  { performances, tickets, targets }: World,
  { op, ticket, token_hash }: BatchOp,
  judgement: Judgement | undefined,
): Partial<Subject> {
  const people = judgement === undefined ? 0 : peopleMoved(judgement)
  if (op?.kind === 'op.void') {
    const moved = targets.get(op.data.op_id)?.moved
    if (moved?.type !== 'people') return {}
    return named(moved.performance_id, moved.ticket_id, people)
  }
  if (op === undefined || !('performance_id' in op.data)) return {}
  const { performance_id } = op.data
  const known = ticket === undefined ? undefined : tickets.get(ticket.claim.ticket_id)
  return named(
    performances.has(performance_id) ? performance_id : null,
    known?.token_hash === token_hash ? (known?.id ?? null) : null,
    people,
  )
}

function named(performance_id: Id | null, ticket_id: Id | null, people: number): Partial<Subject> {
  return {
    ...(performance_id === null ? {} : { performance_id }),
    ...(ticket_id === null ? {} : { ticket_id }),
    people,
  }
}

function peopleMoved({ effects }: Judgement): number {
  return effects.reduce((sum, effect) => {
    if (effect.type === 'people') return sum + effect.movement.people
    return effect.type === 'people_voided' ? sum - effect.people : sum
  }, 0)
}

function leasesBefore({ facts }: Folding<DoorFacts>, performanceId: Id): StoredLeases {
  return facts.performances?.find(({ id }) => id === performanceId)?.leases ?? {}
}

function touchedPerformances(
  movements: Movements,
  leases: ReadonlyMap<Id, StoredLeases>,
  { facts, world }: Folding<DoorFacts>,
): PerformanceFacts[] {
  const touched = new Set([...movements.values()].map(({ performance_id }) => performance_id))
  return (facts.performances ?? [])
    .filter(({ id }) => touched.has(id))
    .map((performance) => {
      const inside = found(world.crowds.get(performance.id)).last()
      return standing(performance, inside, leases.get(performance.id) ?? performance.leases)
    })
}

function standing(
  performance: PerformanceFacts,
  inside: number,
  leases: StoredLeases,
): PerformanceFacts {
  return { ...performance, inside, leases }
}

function touchedTickets(movements: Movements, { facts, world }: Folding<DoorFacts>) {
  const touched = new Set([...movements.values()].map(({ ticket_id }) => ticket_id))
  return (facts.tickets ?? [])
    .filter(({ id }) => touched.has(id))
    .map((ticket) => ({ ticket, use: found(world.ticket_uses.get(ticket.id)) }))
}

function ticketRow({ ticket, use }: ReturnType<typeof touchedTickets>[number]): Rows[number] {
  return {
    id: ticket.id,
    admitted: use.admitted,
    inside: use.inside.last(),
    first_admitted_at: optional(use.first?.at ?? null),
  }
}

function movementRows(movements: Movements, device_id: Id | null): Rows {
  return [...movements].map(([op_id, { performance_id, ticket_id, at, people, voided }]) => ({
    performance_id,
    op_id,
    ticket_id,
    device_id,
    occurred_at: storable(at),
    people,
    voided,
  }))
}

function upsertMovements(merchant: Part, rows: Rows): readonly Part[] {
  return when(
    rows,
    () => sql`
    insert into movement (merchant_id, performance_id, op_id, ticket_id, device_id, occurred_at,
      people, voided)
    select ${merchant}, performance_id, op_id, ticket_id, device_id, occurred_at, people, voided
    from jsonb_to_recordset(${json(rows)}) as r (performance_id uuid, op_id uuid, ticket_id uuid,
      device_id uuid, occurred_at timestamptz, people integer, voided boolean)
    on conflict (merchant_id, performance_id, op_id) do update set voided = excluded.voided`,
  )
}

function updatePerformances(
  merchant: Part,
  performances: readonly PerformanceFacts[],
): readonly Part[] {
  const rows = performances.map(({ id, inside, leases }) => ({ id, inside, leases }))
  return when(
    rows,
    () => sql`
    update performance set inside = r.inside, leases = r.leases
    from jsonb_to_recordset(${json(rows)}) as r (id uuid, inside integer, leases jsonb)
    where performance.merchant_id = ${merchant} and performance.id = r.id`,
  )
}

function updateTickets(merchant: Part, rows: Rows): readonly Part[] {
  return when(
    rows,
    () => sql`
    update ticket set admitted = r.admitted, inside = r.inside,
      first_admitted_at = r.first_admitted_at
    from jsonb_to_recordset(${json(rows)}) as r (id uuid, admitted integer, inside integer,
      first_admitted_at timestamptz)
    where ticket.merchant_id = ${merchant} and ticket.id = r.id`,
  )
}
