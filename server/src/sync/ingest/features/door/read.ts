import { createCrowd, createTicketUse, type World } from '@counterfoil/domain'
import { sql } from 'kysely'
import { heldPlaces } from '../../../../door/lease-store'
import { type Feature, NOTHING_ASKED } from '../../feature'
import { ms, type Part, type Scope, when } from '../../sql-parts'
import { targetsOf } from '../undo'
import { type PerformanceQuestion, performanceQuestions, ticketQuestions } from './door-questions'
import { type DoorFacts, movementFact, type TargetPeople } from './facts'

export const readDoor: Pick<Feature<DoorFacts, never>, 'ask' | 'load'> = {
  ask: (batch, scope) => {
    const performances = performanceQuestions(batch)
    const tickets = ticketQuestions(batch)
    const targets = targetsOf(batch)
    if (performances.length + targets.length === 0) return NOTHING_ASKED
    const columns = [performanceColumn(scope), ticketColumn(scope), keyColumn(scope)]
    return {
      tables: [
        windowTable(performances, targets.length > 0),
        ticketTable(tickets, targets.length > 0),
      ],
      columns: [...columns, ...when(targets, () => targetColumn(scope))],
    }
  },
  load: ({ performances, tickets, issuer_keys, target_people }, world) => {
    for (const { steps, inside, ...performance } of performances ?? []) {
      world.performances.set(performance.id, performance)
      const known = (steps ?? []).map(([at, people]) => ({ at, people }))
      const since = known.reduce((sum, { people }) => sum + people, 0)
      world.crowds.set(performance.id, createCrowd(known, inside - since))
      world.leases.set(performance.id, heldPlaces(performance.leases))
    }
    for (const { movements, ...ticket } of tickets ?? []) {
      world.tickets.set(ticket.id, ticket)
      world.ticket_uses.set(ticket.id, createTicketUse((movements ?? []).map(movementFact)))
    }
    for (const key of issuer_keys ?? []) world.issuer_keys.add(key)
    for (const target of target_people ?? []) loadTarget(world, target)
  },
}

/** What a review accepted after all counts, and can be undone like any other. */
function loadTarget({ targets }: World, { op_id, voided, ...people }: TargetPeople): void {
  const target = targets.get(op_id)
  if (target === undefined) return
  targets.set(op_id, {
    ...target,
    status: 'accepted',
    voided,
    moved: { type: 'people', ...people },
  })
}

function windowTable(performances: readonly PerformanceQuestion[], undoes: boolean): Part {
  const undone = sql`union all select performance_id, occurred_at from target
    where performance_id is not null`
  return sql`door_window as (
    select id, min("from") as "from" from (
      select * from unnest(${performances.map(({ id }) => id)}::uuid[],
          ${performances.map(({ from }) => from)}::timestamptz[]) as asked (id, "from")
      ${undoes ? undone : sql``}) as asked (id, "from") group by id)`
}

function ticketTable(tickets: readonly string[], undoes: boolean): Part {
  const undone = sql`union select ticket_id from target where ticket_id is not null`
  return sql`door_ticket as (
    select * from unnest(${tickets}::uuid[]) as asked (id) ${undoes ? undone : sql``})`
}

function performanceColumn({ merchant }: Scope): Part {
  return sql`(select json_agg(json_build_object('id', p.id, 'title', p.title,
        'starts_at', ${ms('p.starts_at')}, 'opens_at', ${ms('p.opens_at')},
        'capacity', p.capacity, 'reentry', p.reentry, 'pin_required', p.pin_required,
        'active', p.active, 'inside', p.inside, 'leases', p.leases,
        'steps', (select json_agg(json_build_array(${ms('m.occurred_at')}, m.people))
           from movement m where m.merchant_id = ${merchant} and m.performance_id = p.id
            and not m.voided and m.occurred_at >= w."from")))
      from door_window w join performance p on p.merchant_id = ${merchant} and p.id = w.id)
    as performances`
}

/** Arrays, so that the planner knows how few they are. */
function ticketColumn({ merchant }: Scope): Part {
  return sql`(select json_agg(json_build_object('id', t.id, 'token_hash', t.token_hash,
        'performance_id', t.performance_id, 'name', t.name, 'party_size', t.party_size,
        'status', t.status,
        'movements', (select json_agg(json_build_array(m.op_id, ${ms('m.occurred_at')}, m.people,
             d.label))
           from movement m left join device d on d.merchant_id = ${merchant} and d.id = m.device_id
          where m.merchant_id = ${merchant} and m.ticket_id = t.id and not m.voided)))
      from ticket t where t.merchant_id = ${merchant}
       and t.id = any(array(select id from door_ticket))) as tickets`
}

function keyColumn({ merchant }: Scope): Part {
  return sql`(select json_agg(id) from issuer_key
      where merchant_id = ${merchant} and withdrawn_at is null) as issuer_keys`
}

function targetColumn({ merchant }: Scope): Part {
  return sql`(select json_agg(json_build_object('op_id', m.op_id,
        'performance_id', m.performance_id, 'ticket_id', m.ticket_id, 'people', m.people,
        'voided', m.voided))
      from target join movement m on m.merchant_id = ${merchant}
        and m.performance_id = target.performance_id and m.op_id = target.id) as target_people`
}
