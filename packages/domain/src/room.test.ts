import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyJudgement } from './apply'
import type { World } from './facts'
import type { Id } from './ids'
import { judge } from './judge'
import type { JudgeInput } from './judgement'
import { confirmLease, equalShares, type Lease, moveLeases } from './lease'
import { DEVICE, NOON, opId } from './testing'
import {
  admitInput,
  exitInput,
  PERFORMANCE,
  ticketFact,
  undoInput,
  venue,
  walkInInput,
} from './testing-door'
import { plus } from './time'

const CELLAR = opId(0xd1)
const by = (device_id: Id) => ({ type: 'device', device_id, jobs: ['door'] }) as const
const USER = { by: { type: 'user', user_id: opId(0xd9) } } as const

function leased(world: World, ...leases: readonly (readonly [Id, number])[]): World {
  world.leases.set(PERFORMANCE.id, new Map(leases))
  return world
}

const heldBy = (world: World, device: Id) => world.leases.get(PERFORMANCE.id)?.get(device)

function take(world: World, input: JudgeInput) {
  const judgement = judge(world, input)
  applyJudgement(world, input, judgement)
  return judgement.verdict
}

describe('R-115: a door fills its own places and no others', () => {
  const full = (detail: object) => ({ status: 'rejected', code: 'PERFORMANCE_FULL', detail })
  const house = () => leased(venue({ capacity: 10 }), [DEVICE, 3], [CELLAR, 5])

  test.each([
    { count: 3, verdict: { status: 'accepted' }, left: 0 },
    { count: 4, verdict: full({ capacity: 10, inside: 0, leased: 3 }), left: 3 },
  ])('$count people where three places are leased', ({ count, verdict, left }) => {
    const world = house()
    expect(take(world, walkInInput(1, count, NOON))).toMatchObject(verdict)
    expect(heldBy(world, DEVICE)).toBe(left)
  })

  test.each([
    { count: 2, verdict: { status: 'accepted' } },
    { count: 3, verdict: full({ capacity: 10, inside: 0, kept: 8 }) },
  ])('$count people by somebody without a lease, two places are free', ({ count, verdict }) => {
    const world = house()
    expect(take(world, walkInInput(1, count, NOON, USER))).toMatchObject(verdict)
    expect(heldBy(world, DEVICE)).toBe(3)
  })

  test('who goes out at a door, or is taken back there, gives the place back to that door', () => {
    const ticket = ticketFact(1)
    const world = leased(venue({ capacity: 10 }, [ticket]), [DEVICE, 1])
    expect(take(world, admitInput(1, ticket, NOON)).status).toBe('accepted')
    expect(heldBy(world, DEVICE)).toBe(0)
    expect(take(world, exitInput(2, ticket, plus(NOON, 1000))).status).toBe('accepted')
    expect(heldBy(world, DEVICE)).toBe(1)
    expect(take(world, walkInInput(3, 1, plus(NOON, 2000))).status).toBe('accepted')
    expect(take(world, undoInput(4, 3, plus(NOON, 3000))).status).toBe('accepted')
    expect(heldBy(world, DEVICE)).toBe(1)
  })

  test('a lease is no room: a house that is full by other means stays full', () => {
    const world = leased(venue({ capacity: 1 }, [], [{ at: NOON, people: 1 }]), [DEVICE, 1])
    expect(take(world, walkInInput(1, 1, NOON)).code).toBe('PERFORMANCE_FULL')
  })
})

type Happening =
  | { readonly what: 'walk_in'; readonly door: number; readonly count: number }
  | { readonly what: 'share'; readonly spread: readonly number[] }
  | { readonly what: 'deliver' | 'pull'; readonly door: number }
  | { readonly what: 'by_user' }

const door = fc.nat(2)
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('walk_in'),
      door,
      count: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('share'),
      spread: fc.array(fc.nat(8), { minLength: 3, maxLength: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constantFrom('deliver', 'pull'), door }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('by_user') }) },
)

/** A tablet that is mostly offline: what it was last told, and what it did since. */
interface Tablet {
  readonly id: Id
  world: World
  readonly queue: JudgeInput[]
  /** Whether what it was told last has reached it. */
  pulled: boolean
}

test('R-115, R-116: however doors go offline and leases move, the house is never too full and nobody let in under a lease is refused later', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 12 }),
      fc.array(happening, { maxLength: 60 }),
      playEvening,
    ),
    { numRuns: 300 },
  )
})

function playEvening(capacity: number, happenings: readonly Happening[]): void {
  const server = venue({ capacity })
  const doors = [opId(0xd1), opId(0xd2), opId(0xd3)]
  let leases = moveLeases(capacity, [], equalShares(capacity, doors))
  const tablets: Tablet[] = doors.map((id) => ({ id, world: told(id), queue: [], pulled: true }))
  let shares: ReadonlyMap<Id, number> = equalShares(capacity, doors)
  syncServer()

  function told(id: Id): World {
    const inside = server.crowds.get(PERFORMANCE.id)?.last() ?? 0
    const world = venue({ capacity }, [], [{ at: NOON, people: inside }])
    const own = leases.find(({ device_id }) => device_id === id)?.told ?? 0
    return leased(world, [id, own])
  }
  function syncServer(): void {
    leased(server, ...leases.map(({ device_id, held }) => [device_id, held] as const))
  }
  function deliver(tablet: Tablet): void {
    for (const input of tablet.queue.splice(0)) {
      const before = heldBy(server, tablet.id) ?? 0
      expect(take(server, input).status).toBe('accepted')
      const used = before - (heldBy(server, tablet.id) ?? 0)
      leases = leases.map((lease) => (lease.device_id === tablet.id ? use(lease, used) : lease))
    }
    if (tablet.pulled) {
      leases = leases.map((lease) => (lease.device_id === tablet.id ? confirmLease(lease) : lease))
    }
    move()
  }
  function move(): void {
    const inside = server.crowds.get(PERFORMANCE.id)?.last() ?? 0
    const before = leases
    leases = moveLeases(capacity - inside, leases, shares)
    for (const tablet of tablets) {
      if (toldIn(leases, tablet.id) !== toldIn(before, tablet.id)) tablet.pulled = false
    }
    syncServer()
  }

  happenings.forEach((happening, n) => {
    const at = plus(NOON, n * 1000)
    if (happening.what === 'by_user') {
      take(server, walkInInput(n, 1, at, USER))
    } else if (happening.what === 'share') {
      shares = new Map(doors.map((id, index) => [id, happening.spread[index] ?? 0]))
      move()
    } else {
      const tablet = tablets[happening.door]
      if (tablet === undefined) return
      if (happening.what === 'walk_in') {
        const input = walkInInput(n, happening.count, at, { by: by(tablet.id) })
        if (take(tablet.world, input).status === 'accepted') tablet.queue.push(input)
      } else if (happening.what === 'deliver') deliver(tablet)
      else if (tablet.queue.length === 0) {
        tablet.world = told(tablet.id)
        tablet.pulled = true
      }
    }
    expect(server.crowds.get(PERFORMANCE.id)?.peakFrom(NOON) ?? 0).toBeLessThanOrEqual(capacity)
  })
  for (const tablet of tablets) deliver(tablet)
  expect(server.crowds.get(PERFORMANCE.id)?.peakFrom(NOON) ?? 0).toBeLessThanOrEqual(capacity)
}

const toldIn = (leases: readonly Lease[], id: Id) =>
  leases.find(({ device_id }) => device_id === id)?.told

function use(lease: Lease, used: number): Lease {
  return { ...lease, told: Math.max(0, lease.told - used), held: Math.max(0, lease.held - used) }
}
