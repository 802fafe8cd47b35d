import { epochMs, formatInstant } from '@counterfoil/domain'
import { expect, test } from 'vitest'
import { cardState } from './card-state'
import type { CardRow, EffectRow } from './rows'

const AT = epochMs(Date.parse('2026-11-20T10:00:00Z'))

function card(stamps: number, recent: readonly string[]): CardRow {
  const stampOf = (op_id: string) => ({ op_id, at: formatInstant(AT), count: 1 })
  return {
    id: 'card',
    token_hash: 'hash',
    program_id: 'program',
    status: 'active',
    number_end: '71',
    stamps,
    recent: recent.map(stampOf),
    points: 0,
    moves: [],
  }
}

function stamped(op: string, count = 1): EffectRow {
  const effect = { type: 'stamp', card_id: 'card', stamp: { op_id: op, at: AT, count } } as const
  return { op_id: op, card_id: 'card', effect, settled: 0 }
}

function undone(op: string, target: string, count = 1): EffectRow {
  const effect = { type: 'stamp_voided', card_id: 'card', op_id: target, count } as const
  return { op_id: op, card_id: 'card', effect, settled: 0 }
}

test.each([
  { name: 'nothing done here', row: card(7, ['a']), effects: [], total: 7, ids: ['a'] },
  {
    name: 'a stamp on its way',
    row: card(7, ['a']),
    effects: [stamped('b')],
    total: 8,
    ids: ['a', 'b'],
  },
  {
    name: 'a stamp that the row already holds',
    row: card(8, ['a', 'b']),
    effects: [stamped('b')],
    total: 8,
    ids: ['a', 'b'],
  },
  {
    name: 'stamped and undone on the way',
    row: card(7, ['a']),
    effects: [stamped('b'), undone('c', 'b')],
    total: 7,
    ids: ['a'],
  },
  {
    name: 'undone here, not yet there',
    row: card(8, ['a', 'b']),
    effects: [undone('c', 'b')],
    total: 7,
    ids: ['a'],
  },
  {
    name: 'undone here and there',
    row: card(7, ['a']),
    effects: [undone('c', 'b')],
    total: 7,
    ids: ['a'],
  },
  {
    name: 'three at once, undone',
    row: card(7, []),
    effects: [stamped('b', 3), undone('c', 'b', 3)],
    total: 7,
    ids: [],
  },
])('$name: $total stamps', ({ row, effects, total, ids }) => {
  const state = cardState(row, effects)
  expect(state.total).toBe(total)
  expect(state.stamps.map(({ op_id }) => op_id)).toEqual(ids)
})
