/** Longest pause between attempts: a healed network must find the queue empty within 90 s. */
const CAP = 30_000
const BASE = 1000
/** Never spin, even when the dice say zero. */
const FLOOR = 100
/** A server may ask for more patience than ours, but not for hours of it. */
const LONGEST_WISH = 5 * 60_000

/**
 * Full jitter: anything up to `1 s × 2^failures`, at most 30 s, so that a shop's tablets do not
 * all knock at the same moment.
 *
 * @param failures attempts that failed in a row, from 1
 * @param wish the server's `Retry-After` in ms; never undercut
 */
export function backoffMs(failures: number, random: () => number, wish: number | null): number {
  const ceiling = Math.min(CAP, BASE * 2 ** Math.min(failures, 10))
  const jitter = Math.max(FLOOR, Math.floor(random() * ceiling))
  return wish === null ? jitter : Math.min(wish, LONGEST_WISH) + Math.floor(random() * BASE)
}
