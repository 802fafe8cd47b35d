import { createCrowd } from './crowd'
import type { FirstAdmission, MovementFact, TicketUse } from './door-facts'
import type { Id } from './ids'

/** Sums over all that counts, where only the recent movements are at hand. */
export interface TicketSums {
  readonly admitted: number
  readonly inside: number
  readonly first: FirstAdmission | null
}

/**
 * @param movements those that count
 * @param sums of all of them, when `movements` lacks older ones
 */
export function createTicketUse(movements: readonly MovementFact[], sums?: TicketSums): TicketUse {
  const recent = movements.reduce((sum, { people }) => sum + people, 0)
  return {
    admitted: sums?.admitted ?? movements.reduce((sum, { people }) => sum + Math.max(people, 0), 0),
    first: sums?.first ?? firstOf(movements),
    movements: [...movements],
    inside: createCrowd(movements, sums === undefined ? 0 : sums.inside - recent),
  }
}

export function addMovement(use: TicketUse, movement: MovementFact): void {
  const { at, people, device_label } = movement
  use.movements.push(movement)
  use.inside.add(movement)
  if (people < 0) return
  use.admitted += people
  if (use.first === null || at < use.first.at) use.first = { at, device_label }
}

export function removeMovement(use: TicketUse, opId: Id): void {
  const place = use.movements.findIndex(({ op_id }) => op_id === opId)
  const [gone] = place === -1 ? [] : use.movements.splice(place, 1)
  if (gone === undefined) return
  use.inside.add({ at: gone.at, people: -gone.people })
  if (gone.people < 0) return
  use.admitted -= gone.people
  // An older first that is out of sight stays what it is.
  if (use.first?.at === gone.at) use.first = firstOf(use.movements)
}

function firstOf(movements: readonly MovementFact[]): FirstAdmission | null {
  let first: FirstAdmission | null = null
  for (const { at, people, device_label } of movements) {
    if (people > 0 && (first === null || at < first.at)) first = { at, device_label }
  }
  return first
}
