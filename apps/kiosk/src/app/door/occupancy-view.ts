import type { Format, KioskMessages } from '@counterfoil/messages'
import type { Occupancy } from '../../door-desk'

export interface OccupancyView {
  readonly text: string
  /** Why it is only "at least"; `null` while every door was heard. */
  readonly doubt: string | null
  /** What is kept for this door; `null` where nothing is. */
  readonly leased: string | null
  /** In `[0, 1]`. */
  readonly full: number
}

/** How full the house is, and how far that can be believed. */
export function occupancyView(
  { inside, capacity, as_of, silent, others, leased }: Occupancy,
  online: boolean,
  t: KioskMessages,
  format: Format,
): OccupancyView {
  const words = t.door.occupancy
  const doubt =
    as_of === null
      ? words.never
      : !online && others > 0
        ? words.silent({ doors: others, when: format.time(as_of) })
        : silent === null
          ? null
          : words.silent({ doors: silent.doors, when: format.time(silent.since) })
  const numbers = { inside, capacity }
  return {
    text: doubt === null ? words.inside(numbers) : words.at_least(numbers),
    doubt,
    leased: leased === null ? null : words.leased({ places: leased }),
    full: capacity > 0 ? Math.min(1, inside / capacity) : 1,
  }
}
