import {
  confirmLease,
  equalShares,
  fitShares,
  type Id,
  type Lease,
  moveLeases,
  type Shares,
} from '@counterfoil/domain'

/** Who says how a performance's room is split among its doors. */
export type LeaseMode = 'off' | 'manual' | 'automatic'

/** One door's places, as kept with the performance. */
export interface StoredLease {
  /** Wanted, less what was used since; `null`: an equal part of what there is. */
  readonly share: number | null
  /** The door gives back what it has left, and is then one without a lease. */
  readonly back?: true
  readonly told: number
  readonly held: number
  /** Whoever has pulled the feed up to here knows what it is told. */
  readonly pos: number
}

/** By door. */
export type StoredLeases = Readonly<Record<Id, StoredLease>>

/** What each door may fill, for the rules. */
export function heldPlaces(leases: StoredLeases): Map<Id, number> {
  return new Map(Object.entries(leases).map(([id, { held }]) => [id, held]))
}

/** What tablets are told; `undefined` when there is nothing to tell. */
export function toldPlaces(leases: StoredLeases) {
  const told = Object.entries(leases).map(([device_id, lease]) => ({
    device_id,
    places: lease.told,
  }))
  return told.length === 0 ? undefined : told
}

/** People went in (negative) or out at a door. */
export function movePlaces(leases: StoredLeases, door: Id, places: number): StoredLeases {
  const lease = leases[door]
  if (lease === undefined) return leases
  const moved = (count: number) => Math.max(0, count + places)
  const share = lease.share === null ? null : moved(lease.share)
  const after = { ...lease, share, told: moved(lease.told), held: moved(lease.held) }
  return { ...leases, [door]: after }
}

/** The door has pulled up to `pos` and has nothing waiting from before. */
export function confirmPlaces(leases: StoredLeases, door: Id, pos: number): StoredLeases {
  const lease = leases[door]
  if (lease === undefined || lease.pos > pos || lease.told === lease.held) return leases
  const { held } = confirmLease({ device_id: door, ...lease })
  return { ...leases, [door]: { ...lease, held } }
}

/**
 * Moves what doors have towards what they should have.
 *
 * @param room capacity less the people inside
 * @param pos where the feed will tell of it
 */
export function settlePlaces(leases: StoredLeases, room: number, pos: number): StoredLeases {
  const moved = moveLeases(room, leasesOf(leases), sharesOf(leases, room))
  return Object.fromEntries(
    moved.flatMap(({ device_id, told, held }) => {
      const before = leases[device_id]
      if (before === undefined) return []
      const at = before.told === told ? before.pos : pos
      return [[device_id, { ...before, told, held, pos: at }] as const]
    }),
  )
}

function leasesOf(leases: StoredLeases): Lease[] {
  return Object.entries(leases).map(([device_id, { told, held }]) => ({ device_id, told, held }))
}

function sharesOf(leases: StoredLeases, room: number): Shares {
  const staying = Object.entries(leases).filter(([, { back }]) => back === undefined)
  const equal = staying.filter(([, { share }]) => share === null).map(([id]) => id)
  if (equal.length > 0) return equalShares(room, equal)
  return fitShares(room, new Map(staying.map(([id, { share }]) => [id, share ?? 0])))
}
