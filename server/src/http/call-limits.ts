import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { tryLater } from '../problem-error'

/** How often one caller may call this node in a minute. */
export interface CallLimits {
  /** @throws ProblemError RATE_LIMITED with Retry-After */
  spend(kind: keyof typeof PER_MINUTE, key: string): Promise<void>
}

const PER_MINUTE = { user: 1200, device: 600, address: 600 } as const

/** Counts live in this node's memory: a fleet of n nodes allows n times as much, by design. */
export function createCallLimits(): CallLimits {
  const limiter = (points: number, keyPrefix: string): RateLimiterMemory =>
    new RateLimiterMemory({ points, duration: 60, keyPrefix })
  const limiters = {
    user: limiter(PER_MINUTE.user, 'user'),
    device: limiter(PER_MINUTE.device, 'device'),
    address: limiter(PER_MINUTE.address, 'address'),
  }
  return {
    spend: async (kind, key) => {
      try {
        await limiters[kind].consume(key)
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        throw tryLater('RATE_LIMITED', refusal.msBeforeNext / 1000)
      }
    },
  }
}
