import type { PerformanceFact } from './door-facts'
import type { World } from './facts'
import type { Id } from './ids'
import type { Author, Effect, JudgeInput } from './judgement'
import type { EpochMs } from './time'
import { rejected, type Verdict } from './verdict'

/**
 * they fit at that moment and at every later one that is known. R-115: a door with a lease
 * fills its own places and no others; whoever has none leaves alone what is leased.
 */
export function checkRoom(
  world: World,
  performance: PerformanceFact | undefined,
  { by }: Pick<JudgeInput, 'by'>,
  at: EpochMs,
  count: number,
): Verdict | undefined {
  if (performance === undefined) return undefined
  const { id, capacity } = performance
  const inside = world.crowds.get(id)?.peakFrom(at) ?? 0
  const own = ownLease(world, by, id)
  if (own !== undefined && count > own) {
    return rejected('PERFORMANCE_FULL', { capacity, inside, leased: own })
  }
  const kept = own === undefined ? leasedIn(world, id) : 0
  if (inside + kept + count <= capacity) return undefined
  return rejected('PERFORMANCE_FULL', { capacity, inside, ...(kept > 0 && { kept }) })
}

/** What people moved by somebody mean for their lease: used when they go in, given back when out. */
export function leaseMoved(
  world: World,
  by: Author,
  performance_id: Id,
  people: number,
): Effect<'lease_moved'>[] {
  if (by.type !== 'device' || ownLease(world, by, performance_id) === undefined) return []
  return [{ type: 'lease_moved', performance_id, device_id: by.device_id, places: -people }]
}

/** `undefined`: this door has no lease there. */
function ownLease({ leases }: World, by: Author, performanceId: Id): number | undefined {
  return by.type === 'device' ? leases.get(performanceId)?.get(by.device_id) : undefined
}

function leasedIn({ leases }: World, performanceId: Id): number {
  const places = leases.get(performanceId)?.values() ?? []
  return [...places].reduce((sum, count) => sum + count, 0)
}
