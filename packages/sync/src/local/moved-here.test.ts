import {
  type Crowd,
  createCrowd,
  type EpochMs,
  epochMs,
  type Id,
  type Step,
} from '@counterfoil/domain'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryTables } from '../testing/memory-tables'
import { dropMovement, keepMovement, type MovedHere, movedHere } from './moved-here'
import type { LocalTables } from './tables'

const id = (n: number): Id => `01930000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const PERFORMANCE = id(0xe0)
const NOON = epochMs(Date.parse('2026-11-20T12:00:00.000Z'))
const later = (ms: number): EpochMs => epochMs(NOON + ms)

function keep(db: LocalTables, n: number, { at, people }: Step): Promise<void> {
  const movement = { op_id: id(n), at, people, device_label: null }
  const moved = { type: 'people', performance_id: PERFORMANCE, ticket_id: null, movement } as const
  return keepMovement(db, id(n), moved)
}

async function drop(db: LocalTables, n: number): Promise<void> {
  const row = await db.movements.get(id(n))
  if (row !== undefined) await dropMovement(db, row)
}

describe('what was done here at the doors', () => {
  test('is one number, as long as nothing was later than what is judged', async () => {
    const db = memoryTables()
    await keep(db, 1, { at: NOON, people: 3 })
    await keep(db, 2, { at: later(10), people: -1 })
    expect(await movedHere(db, PERFORMANCE, later(10))).toEqual({ people: 2, steps: [] })
    expect((await movedHere(db, PERFORMANCE, later(9))).steps).toHaveLength(2)
  })

  test('is counted from the movements where an older version kept no number', async () => {
    const db = memoryTables()
    await keep(db, 1, { at: NOON, people: 3 })
    await db.crowds.clear()
    expect(await movedHere(db, PERFORMANCE, NOON)).toMatchObject({ people: 3 })
    await keep(db, 2, { at: later(1), people: 2 })
    expect(await movedHere(db, PERFORMANCE, later(1))).toEqual({ people: 5, steps: [] })
  })

  const steps = fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 20 }), people: fc.integer({ min: -4, max: 4 }) }),
    { maxLength: 12 },
  )
  test('means to the rules what all of its movements do, whatever the clock did meanwhile', () =>
    fc.assert(
      fc.asyncProperty(
        steps,
        fc.array(fc.nat(11), { maxLength: 3 }),
        fc.integer({ min: 0, max: 20 }),
        async (all, gone, moment) => {
          const db = memoryTables()
          const left: Step[] = []
          for (const [n, { at, people }] of all.entries()) {
            await keep(db, n, { at: later(at), people })
            if (gone.includes(n)) await drop(db, n)
            else left.push({ at: later(at), people })
          }
          const at = later(moment)
          expect(outlook(known(await movedHere(db, PERFORMANCE, at)), at)).toEqual(
            outlook(createCrowd(left), at),
          )
        },
      ),
    ))
})

function known({ people, steps }: MovedHere): Crowd {
  return createCrowd(steps, people - steps.reduce((sum, step) => sum + step.people, 0))
}

function outlook(crowd: Crowd, at: EpochMs): readonly number[] {
  return [crowd.at(at), crowd.peakFrom(at), crowd.lowFrom(at), crowd.last()]
}
