import type { Device, Performance, PerformanceFigures } from '@counterfoil/protocol'
import { useDevices } from '../../api/devices'
import { useNow } from '../../components/use-now'
import { useText } from '../../text'
import { isOn } from './when'

export type Door = PerformanceFigures['doors'][number]

/** A tablet of a door that said nothing this long is quiet: it calls every half minute. */
const QUIET_AFTER = 2 * 60_000

/** A door's name; people can come in by other means than a tablet. */
export function useDoorName(): (door: Pick<Door, 'label'>) => string {
  const { page: words } = useText().t.console.performances
  return ({ label }) => label ?? words.other_ways
}

/** Whether a door may hold something back: it is silent, or says that something waits. */
export function owes(door: Door, now: number): boolean {
  if (door.device_id === null) return false
  return (door.waiting ?? 0) > 0 || isQuiet(door, now)
}

export function isQuiet({ device_id, last_seen_at }: Door, now: number): boolean {
  if (device_id === null) return false
  return last_seen_at === null || now - Date.parse(last_seen_at) > QUIET_AFTER
}

/** Names of doors that may still bring somebody; only while people come. */
export function useOwingDoors(performance: Performance, figures: PerformanceFigures): string[] {
  const now = useNow(15_000)
  const nameOf = useDoorName()
  if (!isOn(performance, now)) {
    return figures.doors.filter(({ waiting }) => (waiting ?? 0) > 0).map(nameOf)
  }
  return figures.doors.filter((door) => owes(door, now)).map(nameOf)
}

/** Every door of the evening: where people went through, and while it is on, those where none did. */
export function useAllDoors(
  performance: Performance,
  figures: PerformanceFigures,
): readonly Door[] {
  const devices = useDevices()
  const now = useNow(60_000)
  if (!performance.active || !isOn(performance, now)) return figures.doors
  const known = new Set(figures.doors.map(({ device_id }) => device_id))
  const idle = (devices.data ?? []).filter(
    ({ id, jobs, status }) => jobs.includes('door') && status === 'paired' && !known.has(id),
  )
  return [...figures.doors, ...idle.map(idleDoor)]
}

function idleDoor({ id, label, queue, last_seen_at }: Device): Door {
  return {
    device_id: id,
    label,
    in: 0,
    out: 0,
    drained_at: queue?.drained_at ?? null,
    waiting: queue?.pending ?? null,
    last_seen_at,
    minutes: [],
  }
}
