import { type Id, pinKey } from '@counterfoil/domain'
import { sql } from 'kysely'
import type { Batch, BatchOp } from '../../batch'
import type { Feature } from '../../feature'
import { ms, type Part, type Scope, when } from '../../sql-parts'
import { type PinFacts, personPins } from './facts'

type PinReader = Pick<Feature<PinFacts, never>, 'ask' | 'load'>

export const readPins: PinReader = {
  ask: ({ ops }, scope) => {
    const signOns = distinct(ops, ({ op }) => op?.sign_on)
    const staff = distinct(ops, ({ op }) =>
      op?.kind === 'staff.sign_on' ? op.data.staff_id : undefined,
    )
    const columns = [
      ...when(signOns, () => signOnColumn(scope, signOns)),
      ...when(staff, () => staffColumn(scope, staff)),
    ]
    return { tables: [], columns }
  },
  load: ({ staff, sign_ons }, world, { stream }: Batch) => {
    for (const { id, active, counter, person } of staff ?? []) {
      world.staff.set(id, { id, active })
      if (counter !== null && stream !== undefined) {
        world.pin_counters.set(pinKey(stream.device_id, id), counter)
      }
      if (person !== null) world.person_pins.set(id, personPins(person))
    }
    for (const signOn of sign_ons ?? []) world.sign_ons.set(signOn.op_id, signOn)
  },
}

function distinct(ops: readonly BatchOp[], read: (op: BatchOp) => Id | undefined): Id[] {
  return [...new Set(ops.map(read).filter((id) => id !== undefined))]
}

function signOnColumn({ merchant }: Scope, signOns: readonly Id[]): Part {
  return sql`(select json_agg(json_build_object('op_id', op_id, 'device_id', device_id,
        'staff_id', staff_id, 'occurred_at', ${ms('occurred_at')}, 'accepted', accepted,
        'ended_at', ${ms('ended_at')}, 'badge', badge))
      from sign_on where merchant_id = ${merchant}
       and op_id = any(${signOns}::uuid[])) as sign_ons`
}

function staffColumn({ merchant, device }: Scope, staff: readonly Id[]): Part {
  return sql`(select json_agg(json_build_object('id', s.id, 'active', s.active,
        'pins', (select json_agg(json_build_array(version, ${ms('replaced_at')}) order by version)
           from staff_pin p where p.merchant_id = ${merchant} and p.staff_id = s.id),
        'counter', ${pinCounter(merchant, device)}, 'person', ${personLocks(merchant)}))
      from staff s where s.merchant_id = ${merchant} and s.id = any(${staff}::uuid[])) as staff`
}

/** Wrong PINs of the person `s` on one device. */
export function pinCounter(merchant: Part, device: Id | null): Part {
  return sql`(select json_build_object('wrong', wrong, 'locked_until', ${ms('locked_until')})
    from pin_counter k where k.merchant_id = ${merchant} and k.staff_id = s.id
     and k.device_id = ${device}::uuid)`
}

/** Wrong PINs of the person `s` on all devices. */
export function personLocks(merchant: Part): Part {
  return sql`(select json_build_object('failures', failures,
      'locked_until_occurred', ${ms('locked_until_occurred')},
      'locked_until_received', ${ms('locked_until_received')})
    from person_pins k where k.merchant_id = ${merchant} and k.staff_id = s.id)`
}
