import type { Id } from './ids'

/**
 * Places of a performance that only one door may fill, so that doors which go offline together
 * cannot exceed the house.
 */
export interface Lease {
  readonly device_id: Id
  /** What the door is told it may still fill. */
  readonly told: number
  /** What the door may still believe it may fill, and what is kept for it; never less than `told`. */
  readonly held: number
}

/** By door, how many places it should still have; doors that are not named give theirs back. */
export type Shares = ReadonlyMap<Id, number>

/**
 * moves leases towards shares. What a door is to have more is given from what nobody holds;
 * what it is to have less is told at once and kept for it until it has confirmed
 * ({@link confirmLease}), for it may be offline and go on. So the places held never exceed the room
 * unless they did before.
 *
 * @param room capacity less the people inside
 * @returns the leases of every door that was named or still holds places, in order of their ids
 */
export function moveLeases(room: number, leases: readonly Lease[], shares: Shares): Lease[] {
  let free = room - leases.reduce((sum, { held }) => sum + held, 0)
  const known = new Map(leases.map((lease) => [lease.device_id, lease]))
  const doors = [...new Set([...known.keys(), ...shares.keys()])].toSorted()
  const moved = doors.map((device_id) => {
    const held = known.get(device_id)?.held ?? 0
    const share = shares.get(device_id) ?? 0
    const more = Math.max(0, Math.min(share - held, free))
    free -= more
    return { device_id, told: Math.min(share, held + more), held: held + more }
  })
  return moved.filter(({ device_id, held }) => held > 0 || shares.has(device_id))
}

/** the door knows what it is told and has nothing waiting from before: the rest is free. */
export function confirmLease(lease: Lease): Lease {
  return { ...lease, held: lease.told }
}

/**
 * equal shares of the room; who comes first by id gets what does not divide.
 *
 * @param room capacity less the people inside
 */
export function equalShares(room: number, doors: readonly Id[]): Shares {
  const places = Math.max(0, room)
  const each = Math.floor(places / Math.max(1, doors.length))
  const over = places - each * doors.length
  return new Map(doors.toSorted().map((id, index) => [id, each + (index < over ? 1 : 0)]))
}

/** shares that were set when there was more room become smaller in proportion. */
export function fitShares(room: number, shares: Shares): Shares {
  const wanted = [...shares.values()].reduce((sum, places) => sum + places, 0)
  const places = Math.max(0, room)
  if (wanted <= places) return shares
  return new Map([...shares].map(([id, share]) => [id, Math.floor((share * places) / wanted)]))
}
