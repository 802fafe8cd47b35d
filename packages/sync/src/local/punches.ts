import {
  type Effect,
  type Id,
  instantMs,
  type OpKind,
  type PunchFact,
  punchAction,
  type World,
} from '@counterfoil/domain'
import type { OutboxRow, PunchRow } from './rows'
import type { LocalTables } from './tables'

type ClockEffect = Effect<'punch' | 'punch_voided'>

/** Keeps a punch or what takes one back, under the operation that did it. */
export async function keepPunch(db: LocalTables, opId: Id, effect: ClockEffect): Promise<void> {
  await db.punches.put({ op_id: opId, staff_id: effect.staff_id, effect, settled: 0 })
}

/**
 * A person's punches as this tablet knows them: what the server says counts, wherever it was told,
 * and what was told or taken back here since. A punch that the server has already is known by its
 * operation.
 */
export async function standingPunches(
  db: Pick<LocalTables, 'clocks' | 'punchesOf'>,
  staffId: Id,
): Promise<readonly PunchFact[]> {
  const [told, here] = await Promise.all([db.clocks.get(staffId), db.punchesOf(staffId)])
  const punches = new Map<Id, PunchFact>()
  for (const { op_id, punch, at, seq, manual } of told?.punches ?? []) {
    punches.set(op_id, { op_id, action: punch, at: instantMs(at), seq, manual })
  }
  for (const { effect } of here) {
    if (effect.type === 'punch') punches.set(effect.punch.op_id, effect.punch)
  }
  for (const id of voidedIn(here)) punches.delete(id)
  return [...punches.values()]
}

/** For a punch: what its person told the clock before. */
export async function loadPunches(
  db: LocalTables,
  world: World,
  kind: OpKind,
  staffId: Id,
): Promise<void> {
  if (punchAction(kind) === undefined) return
  world.punches.set(staffId, await standingPunches(db, staffId))
}

/** What undoing a punch of this tablet would take back; `undefined` when it moved nothing. */
export async function punchMoved(
  db: LocalTables,
  { id }: OutboxRow,
): Promise<{ readonly staff_id: Id; readonly voided: boolean } | undefined> {
  const row = await db.punches.get(id)
  if (row === undefined) return undefined
  const { staff_id } = row
  return { staff_id, voided: voidedIn(await db.punchesOf(staff_id)).includes(id) }
}

function voidedIn(rows: readonly PunchRow[]): readonly Id[] {
  return rows.flatMap(({ effect }) => (effect.type === 'punch_voided' ? [effect.op_id] : []))
}
