import { epochMs, formatInstant, localDayOf, nextDay, startOfDay } from '@counterfoil/domain'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { LedgerFilters } from '../../api/ledger'
import { useText } from '../../text'
import { useNow } from '../../components/use-now'

export const PERIODS = ['today', 'yesterday', 'week', 'month'] as const
export const STATUSES = ['accepted', 'rejected'] as const
export type Period = (typeof PERIODS)[number]

const DAYS_BACK: Readonly<Record<Period, number>> = { today: 0, yesterday: 1, week: 6, month: 29 }
const DAY = 86_400_000

/** Filters as they stand in the address, with the period turned into instants of local days. */
export function useLedgerFilters(): LedgerFilters {
  const [params] = useSearchParams()
  const { format } = useText()
  const now = useNow(60_000)
  const period = PERIODS.find((each) => each === params.get('period'))
  const today = localDayOf(epochMs(now), format.timeZone)
  return useMemo(() => {
    const part = (name: keyof LedgerFilters) => {
      const value = params.get(name)
      return value === null ? {} : { [name]: value }
    }
    const status = STATUSES.find((each) => each === params.get('status'))
    return {
      ...part('card_id'),
      ...part('staff_id'),
      ...part('device_id'),
      ...part('performance_id'),
      ...part('kind'),
      ...(status && { status }),
      ...(period && boundsOf(period, today, format.timeZone)),
    }
  }, [params, period, today, format.timeZone])
}

function boundsOf(period: Period, today: string, zone: string): LedgerFilters {
  const midday = Date.parse(`${today}T12:00:00Z`) - DAYS_BACK[period] * DAY
  const first = new Date(midday).toISOString().slice(0, 10)
  const from = formatInstant(startOfDay(first, zone))
  if (period !== 'yesterday') return { from }
  return { from, to: formatInstant(startOfDay(nextDay(first), zone)) }
}
