import { useServices } from '../app/services-context'
import { useLive } from './use-live'
import { useNow } from './use-now'

/** The time by the server's clock as far as the tablet knows it, once a second. */
export function useServerNow(): number {
  const { offset_ms } = useLive(useServices().kiosk.live.status)
  return useNow() + (offset_ms ?? 0)
}
