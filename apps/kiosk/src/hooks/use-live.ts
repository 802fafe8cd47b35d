import { useSyncExternalStore } from 'react'
import type { Live } from '../kiosk'

export function useLive<T>(live: Live<T>): T {
  return useSyncExternalStore(live.subscribe, live.get)
}
