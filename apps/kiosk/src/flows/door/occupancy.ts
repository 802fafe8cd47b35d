import { type EpochMs, HOUR, type Id, instantMs, MINUTE } from '@counterfoil/domain'
import { crowdHere } from '@counterfoil/sync'
import { getMeta, type KioskDb } from '../../db/database'
import type { Occupancy } from '../../door-desk'

/** A door hands in what it counted at least twice a minute; one that did not for so long is silent. */
const SILENT = 2 * MINUTE
/** One that was silent all day is not at work tonight. */
const AT_WORK = 12 * HOUR

export async function occupancyOf(db: KioskDb, performanceId: Id): Promise<Occupancy | null> {
  const row = await db.performances.get(performanceId)
  if (row === undefined) return null
  const [doors, identity, as_of] = await Promise.all([
    getMeta(db, 'doors'),
    getMeta(db, 'identity'),
    getMeta(db, 'synced_at'),
  ])
  const { inside, leased } = await crowdHere(db, row, identity?.device.id ?? '')
  const others = (doors ?? []).filter(({ id }) => id !== identity?.device.id)
  return {
    inside: Math.max(0, inside),
    capacity: row.capacity,
    as_of: as_of ?? null,
    silent: as_of === undefined ? null : silentDoors(others, as_of),
    others: others.length,
    leased,
  }
}

/** Doors at work that had not handed in all they counted when the server was last heard. */
export function silentDoors(
  doors: readonly { readonly drained_at: string | null }[],
  asOf: EpochMs,
): Occupancy['silent'] {
  const late = doors
    .flatMap(({ drained_at }) => (drained_at === null ? [] : [instantMs(drained_at)]))
    .filter((at) => asOf - at > SILENT && asOf - at < AT_WORK)
  if (late.length === 0) return null
  return { doors: late.length, since: Math.min(...late) as EpochMs }
}
