import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confirmLease, equalShares, type Lease, moveLeases } from './lease'
import { opId } from './testing'

const [NORTH, SOUTH, CELLAR] = [opId(1), opId(2), opId(3)]

const lease = (device_id: string, held: number, told = held): Lease => ({ device_id, told, held })
const heldIn = (leases: readonly Lease[]) => leases.reduce((sum, { held }) => sum + held, 0)

describe('R-116: leases move towards shares', () => {
  test('what nobody holds is given at once', () => {
    const shares = new Map([
      [NORTH, 6],
      [SOUTH, 4],
    ])
    expect(moveLeases(10, [], shares)).toEqual([lease(NORTH, 6), lease(SOUTH, 4)])
  })

  test('what a door is to have less is told, and kept for it until it has confirmed', () => {
    const before = [lease(NORTH, 6), lease(SOUTH, 4)]
    const shares = new Map([
      [NORTH, 2],
      [SOUTH, 8],
    ])
    const told = moveLeases(10, before, shares)
    expect(told).toEqual([lease(NORTH, 6, 2), lease(SOUTH, 4)])
    const confirmed = told.map((one) => (one.device_id === NORTH ? confirmLease(one) : one))
    expect(moveLeases(10, confirmed, shares)).toEqual([lease(NORTH, 2), lease(SOUTH, 8)])
  })

  test('a door that is not named gives back, and is gone when it has confirmed', () => {
    const told = moveLeases(10, [lease(NORTH, 3)], new Map())
    expect(told).toEqual([lease(NORTH, 3, 0)])
    expect(moveLeases(10, told.map(confirmLease), new Map())).toEqual([])
  })

  test('a door that was to give back may keep what it still holds', () => {
    const told = moveLeases(10, [lease(NORTH, 6, 2)], new Map([[NORTH, 5]]))
    expect(told).toEqual([lease(NORTH, 6, 5)])
  })

  test('a house that has become too small takes back and gives nobody anything', () => {
    const shares = new Map([
      [NORTH, 1],
      [SOUTH, 3],
    ])
    const told = moveLeases(4, [lease(NORTH, 6)], shares)
    expect(told).toEqual([lease(NORTH, 6, 1), lease(SOUTH, 0)])
  })

  const leases = fc.uniqueArray(fc.record({ held: fc.nat(20), told: fc.nat(20), n: fc.nat(5) }), {
    selector: ({ n }) => n,
    maxLength: 5,
  })
  const shares = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5'), fc.nat(20))

  test('more than the room is never held unless it was before; nobody is told more than is held', () => {
    fc.assert(
      fc.property(fc.nat(60), leases, shares, (room, drawn, wanted) => {
        const before = drawn.map(({ n, held, told }) => lease(opId(n), held, Math.min(told, held)))
        const targets = new Map(Object.entries(wanted).map(([n, places]) => [opId(+n), places]))
        const after = moveLeases(room, before, targets)
        expect(heldIn(after)).toBeLessThanOrEqual(Math.max(room, heldIn(before)))
        for (const { device_id, told, held } of after) {
          expect(told).toBeLessThanOrEqual(Math.min(held, targets.get(device_id) ?? 0))
          const was = before.find((one) => one.device_id === device_id)?.held ?? 0
          expect(held).toBeGreaterThanOrEqual(was)
        }
      }),
    )
  })
})

describe('R-118: equal shares', () => {
  test.each([
    { room: 10, doors: [NORTH, SOUTH, CELLAR], places: [4, 3, 3] },
    { room: 2, doors: [CELLAR, NORTH, SOUTH], places: [1, 1, 0] },
    { room: -3, doors: [NORTH, SOUTH], places: [0, 0] },
    { room: 5, doors: [], places: [] },
  ])('$room places among $doors.length doors', ({ room, doors, places }) => {
    expect([...equalShares(room, doors).values()]).toEqual(places)
  })
})
