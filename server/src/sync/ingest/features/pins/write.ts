import { type Id, type PinEffects, pinKey, type World } from '@counterfoil/domain'
import { sql } from 'kysely'
import { loadStaffChanges } from '../../../../people/staff-change'
import type { BatchOp } from '../../batch'
import { storable } from '../../clock'
import type { Folding, Gathering } from '../../feature'
import { found, json, optional, type Part, type Rows, when } from '../../sql-parts'
import type { PinFacts } from './facts'

export function gatherPins({ batch, world }: Folding<PinFacts>): Gathering<keyof PinEffects> {
  const signOns = new Set<Id>()
  /** Device by person. */
  const counters = new Map<Id, Id>()
  const people = new Set<Id>()
  return {
    takers: {
      sign_on: (_, { sign_on }) => void signOns.add(sign_on.op_id),
      sign_off: (_, { sign_on }) => void signOns.add(sign_on),
      pin_counter: (_, { staff_id, device_id }) => void counters.set(staff_id, device_id),
      person_pins: (_, { staff_id }) => void people.add(staff_id),
    },
    subject: (op) => ({ staff_id: staffOf(world, batch.stream?.device_id, op) }),
    write: ({ merchant }) => ({
      parts: [
        ...insertSignOns(merchant, signOnRows(signOns, world)),
        ...insertCounters(merchant, counterRows(counters, world)),
        ...insertPeople(merchant, personRows(people, world)),
      ],
      changes: [],
      topics: counters.size + people.size === 0 ? [] : ['staff'],
    }),
    // People who are locked everywhere since this batch; tablets must know.
    after: (trx) =>
      loadStaffChanges(
        trx,
        batch.sender.merchant_id,
        [...people].filter((id) => world.person_pins.get(id)?.locked_until != null),
      ),
  }
}

/** The person who signs on, or under whose sign-on of this tablet it was done. */
function staffOf(world: World, device: Id | undefined, { op }: BatchOp): Id | null {
  if (op?.kind === 'staff.sign_on') {
    return world.staff.has(op.data.staff_id) ? op.data.staff_id : null
  }
  const signOn = op?.sign_on === undefined ? undefined : world.sign_ons.get(op.sign_on)
  return signOn !== undefined && signOn.device_id === device ? signOn.staff_id : null
}

function signOnRows(signOns: ReadonlySet<Id>, world: World): Rows {
  return [...signOns].map((id) => {
    const signOn = found(world.sign_ons.get(id))
    const { op_id, device_id, staff_id, accepted, ended_at, badge = false } = signOn
    const occurred_at = storable(signOn.occurred_at)
    return {
      op_id,
      device_id,
      staff_id,
      occurred_at,
      accepted,
      ended_at: optional(ended_at),
      badge,
    }
  })
}

function counterRows(counters: ReadonlyMap<Id, Id>, world: World): Rows {
  return [...counters].map(([staff_id, device_id]) => {
    const { wrong, locked_until } = found(world.pin_counters.get(pinKey(device_id, staff_id)))
    return { staff_id, device_id, wrong, locked_until: optional(locked_until) }
  })
}

function personRows(people: ReadonlySet<Id>, world: World): Rows {
  return [...people].map((staff_id) => {
    const { failures, locked_until: lock } = found(world.person_pins.get(staff_id))
    return {
      staff_id,
      failures,
      locked_until_occurred: optional(lock?.occurred ?? null),
      locked_until_received: optional(lock?.received ?? null),
    }
  })
}

function insertSignOns(merchant: Part, rows: Rows): readonly Part[] {
  return when(
    rows,
    () => sql`
    insert into sign_on (merchant_id, op_id, device_id, staff_id, occurred_at, accepted, ended_at,
      badge)
    select ${merchant}, op_id, device_id, staff_id, occurred_at, accepted, ended_at, badge
    from jsonb_to_recordset(${json(rows)}) as r (op_id uuid, device_id uuid, staff_id uuid,
      occurred_at timestamptz, accepted boolean, ended_at timestamptz, badge boolean)
    on conflict (merchant_id, op_id) do update set ended_at = excluded.ended_at`,
  )
}

function insertCounters(merchant: Part, rows: Rows): readonly Part[] {
  return when(
    rows,
    () => sql`
    insert into pin_counter (merchant_id, staff_id, device_id, wrong, locked_until)
    select ${merchant}, staff_id, device_id, wrong, locked_until
    from jsonb_to_recordset(${json(rows)}) as r (staff_id uuid, device_id uuid, wrong integer,
      locked_until timestamptz)
    on conflict (merchant_id, staff_id, device_id) do update
      set wrong = excluded.wrong, locked_until = excluded.locked_until`,
  )
}

function insertPeople(merchant: Part, rows: Rows): readonly Part[] {
  return when(
    rows,
    () => sql`
    insert into person_pins (merchant_id, staff_id, failures, locked_until_occurred,
      locked_until_received)
    select ${merchant}, staff_id, failures, locked_until_occurred, locked_until_received
    from jsonb_to_recordset(${json(rows)}) as r (staff_id uuid, failures jsonb,
      locked_until_occurred timestamptz, locked_until_received timestamptz)
    on conflict (merchant_id, staff_id) do update set failures = excluded.failures,
      locked_until_occurred = excluded.locked_until_occurred,
      locked_until_received = excluded.locked_until_received`,
  )
}
