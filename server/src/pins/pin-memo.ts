import { createHmac, randomBytes } from 'node:crypto'
import { type EpochMs, MINUTE, plus } from '@counterfoil/domain'

/** Remembers right PINs for a short while, so that a person's next sign-on costs no bcrypt. */
export interface PinMemo {
  has(parts: readonly string[]): boolean
  add(parts: readonly string[]): void
}

const KEPT = 10 * MINUTE
const MOST = 20_000

/**
 * Holds keyed digests only, under a key that lives and dies with this process. Wrong PINs are
 * never remembered: each guess costs the full comparison. What is remembered names the very hash in
 * the database that the PIN was compared with, so that a PIN that is changed, on whatever node, is
 * not known any more; nodes know nothing of each other's.
 *
 * @param most how many are remembered at a time; the oldest go first
 */
export function createPinMemo(now: () => EpochMs, most = MOST): PinMemo {
  const key = randomBytes(32)
  const until = new Map<string, EpochMs>()
  const digest = (parts: readonly string[]): string =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64')
  return {
    has: (parts) => (until.get(digest(parts)) ?? 0) > now(),
    add: (parts) => {
      const name = digest(parts)
      until.delete(name)
      const [oldest] = until.keys()
      if (until.size >= most && oldest !== undefined) until.delete(oldest)
      until.set(name, plus(now(), KEPT))
    },
  }
}
