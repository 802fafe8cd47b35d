import {
  type Effect,
  HOUR,
  type Id,
  type Op,
  type PunchFact,
  punchAction,
  type World,
} from '@counterfoil/domain'
import type { OutboxRow, PunchRow } from './rows'
import type { LocalTables } from './tables'

/** People may ask for their own last two weeks; older punches are not kept here. */
const KEPT = 15 * 24 * HOUR

type ClockEffect = Effect<'punch' | 'punch_voided'>

/** Keeps a punch or what takes one back, under the operation that did it. */
export async function keepPunch(db: LocalTables, opId: Id, effect: ClockEffect): Promise<void> {
  const { staff_id } = effect
  await db.punches.put({ op_id: opId, staff_id, effect })
  if (effect.type === 'punch_voided') return
  const rows = await db.punchesOf(staff_id)
  const old = rows.filter(
    (row) => row.effect.type === 'punch' && row.effect.punch.at < effect.punch.at - KEPT,
  )
  await db.punches.bulkDelete(old.map(({ op_id }) => op_id))
}

/** A person's punches as this tablet knows them: its own, less those taken back. */
export function standingPunches(rows: readonly PunchRow[]): readonly PunchFact[] {
  const voided = voidedIn(rows)
  return rows.flatMap(({ effect }) =>
    effect.type === 'punch' && !voided.has(effect.punch.op_id) ? [effect.punch] : [],
  )
}

/** For a punch: what its person told the clock here before. */
export async function loadPunches(db: LocalTables, world: World, op: Op): Promise<void> {
  if (punchAction(op.kind) === undefined) return
  const signOn = world.sign_ons.get(op.sign_on ?? '')
  if (signOn === undefined) return
  world.punches.set(signOn.staff_id, standingPunches(await db.punchesOf(signOn.staff_id)))
}

/** What undoing a punch of this tablet would take back; `undefined` when it moved nothing. */
export async function punchMoved(
  db: LocalTables,
  { id }: OutboxRow,
): Promise<{ readonly staff_id: Id; readonly voided: boolean } | undefined> {
  const row = await db.punches.get(id)
  if (row === undefined) return undefined
  const { staff_id } = row
  return { staff_id, voided: voidedIn(await db.punchesOf(staff_id)).has(id) }
}

function voidedIn(rows: readonly PunchRow[]): ReadonlySet<Id> {
  return new Set(
    rows.flatMap(({ effect }) => (effect.type === 'punch_voided' ? [effect.op_id] : [])),
  )
}
