import { type Id, instantMs, type StampFact } from '@counterfoil/domain'
import type { CardRow, EffectRow } from './rows'
import type { LocalTables } from './tables'

export interface CardState {
  /** Stamps that count, full sets included. */
  readonly total: number
  readonly stamps: readonly StampFact[]
}

/**
 * A card as the tablet knows it: the server's row, and what was done here since. An effect that the
 * row already holds is recognised by its operation and counted once.
 * @param effects in the order in which they were made
 */
export function cardState(row: CardRow, effects: readonly EffectRow[]): CardState {
  const stamps = new Map<Id, StampFact>()
  for (const { op_id, at, count } of row.recent) {
    stamps.set(op_id, { op_id, at: instantMs(at), count })
  }
  let total = row.stamps
  for (const { effect } of effects) {
    if (effect.type === 'stamp' && !stamps.has(effect.stamp.op_id)) {
      stamps.set(effect.stamp.op_id, effect.stamp)
      total += effect.stamp.count
    }
    if (effect.type === 'stamp_voided' && stamps.delete(effect.op_id)) total -= effect.count
  }
  return { total, stamps: [...stamps.values()] }
}

/** Effects on a card in the order in which they were made (ids are UUIDv7). */
export async function effectsOn(
  db: Pick<LocalTables, 'effectsOf'>,
  cardId: Id,
): Promise<readonly EffectRow[]> {
  const rows = await db.effectsOf(cardId)
  return rows.toSorted((a, b) => (a.op_id < b.op_id ? -1 : 1))
}
