import { useSyncExternalStore } from 'react'
import type { Live } from '../kiosk'

export function useLive<T>(live: Live<T>): T {
  return useSyncExternalStore(live.subscribe, live.get)
}

/**
 * One part of a live value; the component is drawn again only when that part changes.
 * @param pick must answer the same part for the same value: a field or something made of fields
 */
export function usePart<T, P>(live: Live<T>, pick: (value: T) => P): P {
  return useSyncExternalStore(live.subscribe, () => pick(live.get()))
}
