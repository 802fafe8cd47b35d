import type { Job } from '@counterfoil/domain'
import { useLayoutEffect } from 'react'
import { useServices } from '../app/services-context'
import { usualCamera } from '../app/usual-camera'

/** Films to the front where that is usual and nobody chose otherwise; before the camera is started. */
export function useFrontCamera(jobs: readonly Job[]): void {
  const { preferences, scanner } = useServices()
  const front = usualCamera(jobs) === 'front'
  useLayoutEffect(() => {
    const chosen = () => preferences.get().camera !== null
    if (!front || chosen()) return undefined
    scanner.camera.choose('front')
    return () => {
      if (!chosen()) scanner.camera.choose('rear')
    }
  }, [front, preferences, scanner])
}
