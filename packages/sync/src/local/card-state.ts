import { type BalanceMove, type Id, instantMs, type StampFact } from '@counterfoil/domain'
import type { CardRow, EffectRow } from './rows'
import type { LocalTables } from './tables'

export interface CardState {
  /** Stamps that count, full sets included, redeemed ones not. */
  readonly total: number
  readonly stamps: readonly StampFact[]
  readonly points: number
  readonly moves: readonly BalanceMove[]
}

/**
 * A card as the tablet knows it: the server's row, and what was done here since. An effect that the
 * row already holds is recognised by its operation and counted once.
 * @param effects in the order in which they were made
 */
export function cardState(row: CardRow, effects: readonly EffectRow[]): CardState {
  const stamps = new Map<Id, StampFact>()
  const moves = new Map<Id, BalanceMove>()
  for (const { op_id, at, count } of row.recent) {
    stamps.set(op_id, { op_id, at: instantMs(at), count })
  }
  for (const move of row.moves) moves.set(move.op_id, { ...move, at: instantMs(move.at) })
  let { stamps: total, points } = row
  const add = (added: { readonly points: number; readonly stamps: number }, sign: 1 | -1): void => {
    total += sign * added.stamps
    points += sign * added.points
  }
  for (const { effect } of effects) {
    switch (effect.type) {
      case 'stamp':
        if (stamps.has(effect.stamp.op_id)) break
        stamps.set(effect.stamp.op_id, effect.stamp)
        add({ points: 0, stamps: effect.stamp.count }, 1)
        break
      case 'stamp_voided':
        if (stamps.delete(effect.op_id)) add({ points: 0, stamps: effect.count }, -1)
        break
      case 'card_moved':
        if (moves.has(effect.move.op_id)) break
        moves.set(effect.move.op_id, effect.move)
        add(effect.move, 1)
        break
      case 'card_move_voided':
        if (moves.delete(effect.op_id)) add(effect, -1)
    }
  }
  return { total, stamps: [...stamps.values()], points, moves: [...moves.values()] }
}

/** Effects on a card in the order in which they were made (ids are UUIDv7). */
export async function effectsOn(
  db: Pick<LocalTables, 'effectsOf'>,
  cardId: Id,
): Promise<readonly EffectRow[]> {
  const rows = await db.effectsOf(cardId)
  return rows.toSorted((a, b) => (a.op_id < b.op_id ? -1 : 1))
}
