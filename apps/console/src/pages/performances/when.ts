import type { Performance } from '@counterfoil/protocol'
import { useZoneFormat } from '../../components/use-moment'
import { useNow } from '../../components/use-now'
import { useZone } from '../../session/zone'

const HOUR = 3_600_000
/** An evening is over by then; nobody says when it ends. */
const LASTS = 8 * HOUR
/** People come before the doors open. */
const BEFORE = 3 * HOUR

type Times = Pick<Performance, 'starts_at' | 'opens_at'>

export const isPast = ({ starts_at }: Times, now: number) => now > Date.parse(starts_at) + LASTS

/** Whether somebody may be at its doors. */
export function isOn(performance: Times, now: number): boolean {
  const opens = Date.parse(performance.opens_at ?? performance.starts_at)
  return now >= opens - BEFORE && !isPast(performance, now)
}

/** "Fri 20 Nov, 20:00" by the venue's clock; its city with it when that is not the merchant's. */
export function useWhen(): (performance: Pick<Performance, 'starts_at' | 'time_zone'>) => string {
  const inZone = useZoneFormat()
  const { timeZone } = useZone()
  const now = useNow(undefined)
  return ({ starts_at, time_zone }) => {
    const when = inZone(time_zone).dateTime(starts_at, now)
    return time_zone === timeZone ? when : `${when} (${cityOf(time_zone)})`
  }
}

/** `America/New_York` is "New York". */
export const cityOf = (timeZone: string) =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
