import { type EpochMs, formatInstant, type Id, seatsLeft } from '@counterfoil/domain'
import type { PerformanceFigures } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'

type Door = PerformanceFigures['doors'][number]
type People = PerformanceFigures['pending']

interface Row {
  readonly capacity: number
  readonly inside: number
  readonly booked: number
  readonly admitted: number
  readonly expected: number
  readonly walk_ins: number
  readonly left_again: number
  readonly by_status: Partial<Record<'pending' | 'confirmed' | 'cancelled', People>> | null
  readonly doors: readonly (Omit<Door, 'in' | 'out' | 'minutes'> & {
    readonly minutes: readonly (readonly [at: number, inward: number, outward: number])[]
  })[]
}

const NOBODY: People = { reservations: 0, people: 0 }

/**
 * All figures of one performance as of one moment, in one query.
 * @throws ProblemError `NOT_FOUND`
 */
export async function loadFigures(
  db: Kysely<Database>,
  merchantId: Id,
  id: Id,
  now: EpochMs,
): Promise<PerformanceFigures> {
  const { rows } = await figures(merchantId, id).execute(db)
  const [row] = rows
  if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such performance.')
  const { by_status, doors, ...figure } = row
  return {
    ...figure,
    pending: by_status?.pending ?? NOBODY,
    confirmed: by_status?.confirmed ?? NOBODY,
    cancelled: by_status?.cancelled ?? NOBODY,
    left: seatsLeft(row.capacity, row.booked),
    doors: doors.map(doorOf),
    as_of: formatInstant(now),
  }
}

function doorOf({ minutes, ...door }: Row['doors'][number]): Door {
  const listed = minutes.map(([at, inward, outward]) => ({
    at: formatInstant(at as EpochMs),
    in: inward,
    out: outward,
  }))
  return {
    ...door,
    in: listed.reduce((sum, minute) => sum + minute.in, 0),
    out: listed.reduce((sum, minute) => sum + minute.out, 0),
    minutes: listed,
  }
}

const INSTANT = sql.lit('YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
const wire = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', ${INSTANT})`

function figures(merchantId: Id, id: Id) {
  return sql<Row>`
    with moved as (
      select device_id, ticket_id, people, date_trunc('minute', occurred_at) as minute
        from movement
       where merchant_id = ${merchantId} and performance_id = ${id} and not voided),
    minutes as (
      select device_id, minute, sum(greatest(people, 0)) as inward, sum(greatest(-people, 0)) as outward
        from moved group by device_id, minute),
    doors as (
      select device_id, json_agg(json_build_array(
          (extract(epoch from minute) * 1000)::bigint, inward, outward) order by minute) as minutes
        from minutes group by device_id),
    tickets as (
      select coalesce(sum(party_size), 0)::int as booked,
             coalesce(sum(greatest(party_size - admitted, 0)), 0)::int as expected
        from ticket where merchant_id = ${merchantId} and performance_id = ${id}
         and status = 'confirmed'),
    statuses as (
      select json_object_agg(status, json_build_object(
          'reservations', reservations, 'people', people)) as by_status
        from (select status, count(*) as reservations, sum(party_size) as people from reservation
               where merchant_id = ${merchantId} and performance_id = ${id} group by status) counted)
    select capacity, inside, booked, expected, by_status,
        (select coalesce(sum(people), 0)::int from moved
          where ticket_id is not null and people > 0) as admitted,
        (select coalesce(sum(people), 0)::int from moved
          where ticket_id is null and people > 0) as walk_ins,
        (select coalesce(-sum(people), 0)::int from moved where people < 0) as left_again,
        (select coalesce(json_agg(json_build_object(
            'device_id', doors.device_id, 'label', device.label, 'waiting', device.queue_pending,
            'drained_at', ${wire('device.drained_at')},
            'last_seen_at', ${wire('device.last_seen_at')}, 'minutes', minutes)
            order by device.label, doors.device_id), '[]')
          from doors left join device on device.merchant_id = ${merchantId}
           and device.id = doors.device_id) as doors
      from performance, tickets, statuses
     where merchant_id = ${merchantId} and id = ${id}`
}
