import { useEffect, useEffectEvent } from 'react'
import { SETTLE_MS } from '../../scan/wedge'

/**
 * Enter hands in what was typed, as on any keyboard; on a button it presses that button. Digits
 * reach the flow only after they were told from a hand scanner's, so this waits as long.
 */
export function useEnter(active: boolean, onEnter: () => void): void {
  const enter = useEffectEvent(onEnter)
  useEffect(() => {
    if (!active) return undefined
    function onKey(event: KeyboardEvent): void {
      const { target } = event
      if (event.key !== 'Enter' || event.defaultPrevented) return
      const pressed =
        target instanceof Element && target.closest('button, a, input, select') !== null
      if (!pressed) setTimeout(enter, 2 * SETTLE_MS)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [active])
}
