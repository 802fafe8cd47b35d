import { useEffect, useEffectEvent, useRef } from 'react'

const ACTIVITY = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/**
 * Calls `onIdle` after `ms` without a touch or key, again after each further `ms`, and `onActive`
 * with every touch or key.
 * @param pulse grows with everything else that counts as activity, such as a code in view
 */
export function useIdle(ms: number, pulse: number, onIdle: () => void, onActive: () => void) {
  const idle = useEffectEvent(onIdle)
  const active = useEffectEvent(onActive)
  const wind = useRef<() => void>(undefined)
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined
    function restart(): void {
      clearInterval(timer)
      timer = setInterval(() => idle(), ms)
    }
    function stir(): void {
      restart()
      active()
    }
    restart()
    wind.current = restart
    for (const name of ACTIVITY) window.addEventListener(name, stir, { passive: true })
    return () => {
      clearInterval(timer)
      for (const name of ACTIVITY) window.removeEventListener(name, stir)
    }
  }, [ms])
  useEffect(() => {
    if (pulse >= 0) wind.current?.()
  }, [pulse])
}
