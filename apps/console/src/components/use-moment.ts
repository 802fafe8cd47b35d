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

/** Formats that tell times as a store's own clock shows them. */
export function useStoreFormat(): (storeId: string | null) => Format {
  const { format, language } = useText()
  const stores = useStores()
  const all = stores.data
  return useCallback(
    (storeId) => {
      const zone = all?.find((store) => store.id === storeId)?.time_zone ?? format.timeZone
      if (zone === format.timeZone) return format
      const key = `${language} ${zone}`
      const known = formats.get(key) ?? createFormat(language, zone)
      formats.set(key, known)
      return known
    },
    [all, format, language],
  )
}
