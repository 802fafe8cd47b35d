import { type EpochMs, type Id, plus, VOID_WINDOW, type World } from '@counterfoil/domain'
import { sql } from 'kysely'
import type { Batch } from '../../batch'
import { storable } from '../../clock'
import { type Feature, NOTHING_ASKED } from '../../feature'
import { ms, type Part, type Scope, when } from '../../sql-parts'
import { targetsOf } from '../undo'
import { type ClockFacts, punchFact, type TargetPunch } from './facts'
import { type PunchQuestion, punchQuestions } from './punch-questions'

export const readClock: Pick<Feature<ClockFacts, never>, 'ask' | 'load'> = {
  ask: (batch, scope) => {
    const punches = punchQuestions(batch)
    const targets = targetsOf(batch)
    if (punches.length + targets.length === 0) return NOTHING_ASKED
    return {
      tables: when(punches, () => windowTable(scope, punches)),
      columns: [
        ...when(punches, () => peopleColumn(scope, targets)),
        ...when(targets, () => targetColumn(scope, targets)),
        closedColumn(scope, batch),
      ],
    }
  },
  load: ({ clock_people, closed_periods, target_punches }, world) => {
    world.closed_periods.push(...(closed_periods ?? []))
    for (const { staff_id, punches } of clock_people ?? []) {
      world.punches.set(staff_id, (punches ?? []).map(punchFact))
    }
    for (const target of target_punches ?? []) loadTarget(world, target)
  },
}

/** What a review accepted after all counts, and can be undone like any other. */
function loadTarget({ targets }: World, { op_id, staff_id, voided }: TargetPunch): void {
  const target = targets.get(op_id)
  if (target === undefined) return
  const moved = { type: 'punch', staff_id } as const
  targets.set(op_id, { ...target, status: 'accepted', voided, moved })
}

/** Who punched in this batch, and from when to when. */
function windowTable({ merchant }: Scope, asked: readonly PunchQuestion[]): Part {
  return sql`punch_window as (
    select person as staff_id, min(w."from") as "from",
           greatest(max(w.until), (
             select max(occurred_at) + interval '60 seconds' from
               (select occurred_at from known union all select occurred_at from owner
                union all select occurred_at from before) as earlier)) as until
      from unnest(${asked.map(({ sign_on }) => sign_on)}::uuid[],
             ${asked.map(({ staff_id }) => staff_id)}::uuid[],
             ${asked.map(({ from }) => from)}::timestamptz[],
             ${asked.map(({ until }) => until)}::timestamptz[])
           as w (sign_on, staff_id, "from", until),
      lateral (select coalesce(w.staff_id, (
        select s.staff_id from sign_on s
         where s.merchant_id = ${merchant} and s.op_id = w.sign_on)) as person) as p
     where person is not null group by person)`
}

/** Reaches back to the last `in` or `out` before the window and on to the first after it. */
function peopleColumn({ merchant }: Scope, targets: readonly Id[]): Part {
  const ends = sql`from punch e
    where e.merchant_id = ${merchant} and e.staff_id = w.staff_id and not e.voided
      and not e.struck and e.action in ('in', 'out') and e.op_id <> all(${targets}::uuid[])`
  return sql`(select json_agg(json_build_object('staff_id', w.staff_id, 'punches', (
        select json_agg(json_build_array(op_id, action, ${ms('occurred_at')}, seq, source = 'manual'))
          from punch p
         where p.merchant_id = ${merchant} and p.staff_id = w.staff_id and not p.voided
           and not p.struck
           and p.occurred_at >= coalesce(
             (select max(occurred_at) ${ends} and e.occurred_at < w."from"), '-infinity')
           and p.occurred_at <= coalesce(
             (select min(occurred_at) ${ends} and e.occurred_at > w.until), 'infinity'))))
      from punch_window w) as clock_people`
}

/** Of the store at hand, where they end after what the batch is about: nearly always none. */
function closedColumn({ merchant, device }: Scope, { ops, sender, received_at }: Batch): Part {
  const earliest = Math.min(received_at, ...ops.map(({ reckoned }) => reckoned ?? received_at))
  const after = storable(plus(earliest as EpochMs, -1 * VOID_WINDOW))
  return sql`(select json_agg(json_build_object('id', id, 'from', ${ms('from')},
        'until', ${ms('until')}))
      from clock_period p where p.merchant_id = ${merchant} and p.reopened_at is null
       and p.until > ${after}::timestamptz
       and p.store_id = coalesce((select d.store_id from device d
         where d.merchant_id = ${merchant} and d.id = ${device}::uuid), ${sender.store.id}::uuid))
    as closed_periods`
}

function targetColumn({ merchant }: Scope, targets: readonly Id[]): Part {
  return sql`(select json_agg(json_build_object('op_id', p.op_id, 'staff_id', p.staff_id,
        'voided', p.voided))
      from unnest(${targets}::uuid[]) as k (op_id), lateral (
        select op_id, staff_id, voided from punch
         where merchant_id = ${merchant} and punch.op_id = k.op_id limit 1) as p)
    as target_punches`
}
