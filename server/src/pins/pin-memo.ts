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
 * never remembered: each guess costs the full comparison.
 */
export function createPinMemo(now: () => EpochMs): PinMemo {
  const key = randomBytes(32)
  const until = new Map<string, EpochMs>()
  const digest = (parts: readonly string[]): string =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64')
  return {
    has: (parts) => (until.get(digest(parts)) ?? 0) > now(),
    add: (parts) => {
      const [oldest] = until.keys()
      if (until.size >= MOST && oldest !== undefined) until.delete(oldest)
      until.set(digest(parts), plus(now(), KEPT))
    },
  }
}
