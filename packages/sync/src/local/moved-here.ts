import { type Effect, type EpochMs, epochMs, type Id, type Step } from '@counterfoil/domain'
import type { CrowdRow, MovementRow } from './rows'
import type { LocalTables } from './tables'

type DoorEffect = Effect<'people' | 'people_voided'>

/** What was done here at a performance's doors, as far as the rules look at it. */
export interface MovedHere {
  /** Went in less went out. */
  readonly people: number
  /** All that may have been later than the moment asked about; what they add up to is in `people`. */
  readonly steps: readonly Step[]
}

/**
 * Keeps who went in or out, or what takes that back, under the operation that did it, and counts it:
 * an evening has thousands, and whoever waits for an answer would wait until all were read.
 */
export async function keepMovement(db: LocalTables, opId: Id, effect: DoorEffect): Promise<void> {
  const { performance_id } = effect
  const count = await db.crowds.get(performance_id)
  const before = count ?? countOf(performance_id, await db.movementsOf(performance_id))
  await Promise.all([
    db.movements.put({ op_id: opId, performance_id, effect, settled: 0 }),
    db.crowds.put(withStep(before, stepOf(effect))),
  ])
}

/** Takes a movement out; what is left is counted anew with the next. */
export async function dropMovement(
  db: LocalTables,
  { op_id, performance_id }: MovementRow,
): Promise<void> {
  await Promise.all([db.movements.delete(op_id), db.crowds.delete(performance_id)])
}

/**
 * What the rules look at to judge what happens at a moment. Nearly always nothing was later, and a
 * number says it all; only a clock that was set back asks for every movement.
 */
export async function movedHere(
  db: Pick<LocalTables, 'crowds' | 'movementsOf'>,
  performanceId: Id,
  at: EpochMs | PromiseLike<EpochMs>,
): Promise<MovedHere> {
  const [count, moment] = await Promise.all([db.crowds.get(performanceId), at])
  if (count !== undefined && count.latest <= moment) return { people: count.people, steps: [] }
  const rows = await db.movementsOf(performanceId)
  const { people } = countOf(performanceId, rows)
  return { people, steps: rows.map(({ effect }) => stepOf(effect)) }
}

function countOf(performance_id: Id, rows: readonly MovementRow[]): CrowdRow {
  const nobody: CrowdRow = { performance_id, people: 0, latest: epochMs(0) }
  return rows.map(({ effect }) => stepOf(effect)).reduce(withStep, nobody)
}

function withStep({ performance_id, people, latest }: CrowdRow, step: Step): CrowdRow {
  return {
    performance_id,
    people: people + step.people,
    latest: step.at > latest ? step.at : latest,
  }
}

function stepOf(effect: DoorEffect): Step {
  return effect.type === 'people' ? effect.movement : { at: effect.at, people: -effect.people }
}
