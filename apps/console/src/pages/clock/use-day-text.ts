import { useZoneFormat } from '../../components/use-moment'
import { useNow } from '../../components/use-now'

/** "Fri 20 Nov" of a calendar day, whatever the zone; with its year when it is another. */
export function useDayText(): (day: string) => string {
  const format = useZoneFormat()('UTC')
  const now = useNow(undefined)
  return (day) => format.day(`${day}T12:00:00Z`, now)
}
