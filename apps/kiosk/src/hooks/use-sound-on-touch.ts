import { useEffect } from 'react'
import { useServices } from '../app/services-context'

/** Wakes the sound with a touch or key, as browsers ask for. */
export function useSoundOnTouch(): void {
  const { sound } = useServices()
  useEffect(() => {
    const wake = () => sound.wake()
    window.addEventListener('pointerdown', wake)
    window.addEventListener('keydown', wake)
    return () => {
      window.removeEventListener('pointerdown', wake)
      window.removeEventListener('keydown', wake)
    }
  }, [sound])
}
