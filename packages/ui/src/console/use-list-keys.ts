import type { RefObject } from 'react'
import { useEffect } from 'react'

/** Whether a key press belongs to whatever is being typed or chosen in. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest(
        'input, textarea, select, [role="listbox"], [role="menu"], [role="dialog"]',
      ) !== null)
  )
}

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }

/**
 * j and k anywhere on the page, arrows inside the list: go to the next or previous row. While a row
 * is open, going there opens it, so that the panel beside the list follows.
 */
export function useListKeys(list: RefObject<HTMLElement | null>, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return
    function onKeyDown(event: KeyboardEvent) {
      const step = STEPS[event.key]
      const root = list.current
      if (step === undefined || root === null || isTyping(event.target)) return
      if (event.metaKey || event.ctrlKey || event.altKey) return
      const isInside = event.target instanceof Node && root.contains(event.target)
      if (event.key.startsWith('Arrow') && !isInside) return
      const openers = [...root.querySelectorAll<HTMLButtonElement>('[data-row-opener]')]
      const open = openers.findIndex((opener) => opener.ariaCurrent === 'true')
      const focused = openers.findIndex((opener) => opener === document.activeElement)
      const from = focused === -1 ? open : focused
      const next = openers[from === -1 ? 0 : from + step]
      if (next === undefined) return
      event.preventDefault()
      next.focus()
      if (open !== -1) next.click()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [list, enabled])
}
