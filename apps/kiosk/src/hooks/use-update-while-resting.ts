import { useEffect } from 'react'
import { useServices } from '../app/services-context'
import { usePart } from './use-live'

/** A new version that has not come by then is asked in again. */
const ASK_AGAIN_MS = 5000

/** A new version takes over while nobody is here. */
export function useUpdateWhileResting(resting: boolean): void {
  const { kiosk } = useServices()
  const ready = usePart(kiosk.live.status, ({ update_ready }) => update_ready)
  useEffect(() => {
    if (!resting || !ready) return undefined
    kiosk.applyUpdate()
    const again = setInterval(() => kiosk.applyUpdate(), ASK_AGAIN_MS)
    return () => clearInterval(again)
  }, [kiosk, resting, ready])
}
