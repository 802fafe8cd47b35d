import type { Format } from '@counterfoil/messages'
import { createFormat } from '@counterfoil/messages'
import { useCallback } from 'react'
import { useStores } from '../api/stores'
import { useText } from '../text'
import { useNow } from './use-now'

/** "5 min ago", "14:05", "Fri 20 Nov, 14:05"; kept up to date. */
export function useMoment(): (at: string) => string {
  const { format } = useText()
  const now = useNow(30_000)
  return (at) => format.relative(at, now)
}

/** "14:05" today, "Fri 20 Nov, 14:05" before: for sentences such as "since …". */
export function useClock(): (at: string) => string {
  const { format } = useText()
  const now = useNow(60_000)
  return (at) => (format.day(at) === format.day(now) ? format.time(at) : format.dateTime(at, now))
}

const formats = new Map<string, Format>()

/** Formats that tell times as the clocks of a zone show them. */
export function useZoneFormat(): (timeZone: string) => Format {
  const { format, language } = useText()
  return useCallback(
    (timeZone) => {
      if (timeZone === format.timeZone) return format
      const key = `${language} ${timeZone}`
      const known = formats.get(key) ?? createFormat(language, timeZone)
      formats.set(key, known)
      return known
    },
    [format, language],
  )
}

/** Formats that tell times as a store's own clock shows them. */
export function useStoreFormat(): (storeId: string | null) => Format {
  const { format } = useText()
  const stores = useStores()
  const inZone = useZoneFormat()
  const all = stores.data
  return useCallback(
    (storeId) => inZone(all?.find(({ id }) => id === storeId)?.time_zone ?? format.timeZone),
    [all, format, inZone],
  )
}
