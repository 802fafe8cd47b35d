import {
  HOUR,
  localDayOf,
  MINUTE,
  plus,
  SECOND,
  startOfDay,
  type EpochMs,
} from '@counterfoil/domain'
import { TIME_ZONE } from './cast'
import { ACCEPTED, type Rush } from './visits'

export interface Clashes {
  /** In the order in which the server hears of them. */
  readonly online: readonly Rush[]
  /** What one tablet did without a network, handed in all at once. */
  readonly offline: { readonly tablet: number; readonly rushes: readonly Rush[] } | undefined
}

/**
 * Puts into the history what a merchant has to decide on: a tablet that was offline all yesterday
 * afternoon and stamped a card minutes after another tablet had, a sign-on that only the tablet
 * took for right, a stamp that the tablet refused and the server would have given.
 */
export function addClashes(rushes: readonly Rush[], tablets: number, now: EpochMs): Clashes {
  const today = startOfDay(localDayOf(now, TIME_ZONE), TIME_ZONE)
  const yesterday = startOfDay(localDayOf(plus(today, -1 * HOUR), TIME_ZONE), TIME_ZONE)
  const afternoon = plus(yesterday, 13 * HOUR)
  const offlineTablet = tablets > 2 ? 1 : undefined
  if (offlineTablet === undefined) return { online: rushes, offline: undefined }
  const isOffline = (rush: Rush): boolean => rush.tablet === offlineTablet && rush.at >= afternoon
  const online = rushes.filter((rush) => !isOffline(rush))
  const offline = rushes.filter((rush) => isOffline(rush) && rush.at < today)
  const others = online.filter(({ at, tablet }) => at >= afternoon && at < today && tablet !== 1)
  const [first, second, third] = others
  const doubled = first === undefined ? [] : [doubleStamp(first, offlineTablet)]
  const apart = [...offline, ...doubled].toSorted((a, b) => a.at - b.at)
  return {
    online: online.map((rush) => {
      if (rush === second) return signedOnWrongly(rush)
      return rush === third ? refusedByTablet(rush) : rush
    }),
    offline: { tablet: offlineTablet, rushes: apart.filter(noOverlap) },
  }
}

function doubleStamp(rush: Rush, tablet: number): Rush {
  const at = plus(rush.at, 6 * MINUTE)
  const [visit] = rush.visits
  const again = { at: plus(at, 9 * SECOND), undone: false, shown: ACCEPTED }
  return { ...rush, tablet, at, visits: visit === undefined ? [] : [{ ...visit, ...again }] }
}

function signedOnWrongly(rush: Rush): Rush {
  return { ...rush, wrong_pin: true, visits: rush.visits.slice(0, 1) }
}

function refusedByTablet(rush: Rush): Rush {
  const [visit, ...rest] = rush.visits
  if (visit === undefined) return rush
  const shown = { status: 'rejected', code: 'STAMP_COOLDOWN' } as const
  return { ...rush, visits: [{ ...visit, shown, undone: false }, ...rest] }
}

/** One tablet does one thing at a time. */
function noOverlap(rush: Rush, index: number, all: readonly Rush[]): boolean {
  const before = all[index - 1]?.visits.at(-1)
  return before === undefined || rush.at > before.at
}
