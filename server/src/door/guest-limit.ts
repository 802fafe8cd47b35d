import { HOUR } from '@counterfoil/domain'
import { countTry } from '../auth/counted-tries'
import { networkOf } from '../http/client-address'
import type { GuestRequest } from './guest'

/** @throws ProblemError `RATE_LIMITED` beyond 20 in an hour from one address */
export function countBooking(request: GuestRequest): Promise<void> {
  return count(request, 'booking', 20)
}

/** @throws ProblemError `RATE_LIMITED` beyond 60 in an hour from one address, good links or bad */
export function countConfirmation(request: GuestRequest): Promise<void> {
  return count(request, 'confirmation', 60)
}

function count({ deps, ip, now }: GuestRequest, what: string, most: number): Promise<void> {
  const tries = { key: `${what}:${networkOf(ip)}`, most, window: HOUR }
  return countTry(deps.db, tries, now, 'Too many from this address. Please try again later.')
}
