import { useLayoutEffect, useRef } from 'react'

/** Whoever opened something from the keyboard stands at the same place when it closes again. */
export function useFocusBack(covered: boolean): void {
  const before = useRef<Element | null>(null)
  useLayoutEffect(() => {
    if (!covered) return
    // Still the old one: browsers move the focus out of inert parts only when they paint.
    // Nothing focused: a screen follows a screen, and the first one's opener still counts.
    if (document.activeElement !== document.body) before.current = document.activeElement
    return () => {
      const back = before.current
      // A frame later nothing is inert any more.
      if (back instanceof HTMLElement && back.isConnected) {
        requestAnimationFrame(() => back.focus({ preventScroll: true }))
      }
    }
  }, [covered])
}
