import { useEffect, useEffectEvent } from 'react'
import { useServices } from '../app/services-context'
import { NO_KEYS, SETTLE_MS, settleKeys, wedgeKey } from '../scan/wedge'

export interface KeyHandlers {
  /** A digit typed by a person, anywhere on the page. */
  readonly onDigit: (digit: string) => void
  readonly onErase: () => void
  readonly onEscape: () => void
}

/**
 * Listens to the keyboard of the whole page, whatever is focused: hand scanners, PIN digits and
 * Escape. Fields that take text keep their keys.
 */
export function useKeys(handlers: KeyHandlers): void {
  const { scanner } = useServices()
  const onDigits = useEffectEvent((digits: string) => {
    for (const digit of digits) handlers.onDigit(digit)
  })
  const onPlainKey = useEffectEvent((key: string): boolean => {
    if (key === 'Backspace') handlers.onErase()
    else if (key === 'Escape') handlers.onEscape()
    else return false
    return true
  })
  useEffect(() => {
    let keys = NO_KEYS
    let timer: ReturnType<typeof setTimeout> | undefined
    function settle(): void {
      const settled = settleKeys(keys)
      keys = settled.state
      onDigits(settled.digits)
    }
    function onKey(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (takesText(event.target) && event.key !== 'Escape') return
      if (onPlainKey(event.key)) return
      if (event.key.length !== 1 && event.key !== 'Enter') return
      const answer = wedgeKey(keys, event.key, event.timeStamp)
      onDigits(answer.digits)
      // Enter right behind digits that are no code: a quick hand typed them.
      if (event.key === 'Enter' && answer.code === null) settle()
      keys = answer.state
      clearTimeout(timer)
      timer = setTimeout(settle, SETTLE_MS)
      if (answer.code === null) return
      // This Enter ended a code; it must not press whatever has the focus.
      event.preventDefault()
      scanner.offer(answer.code)
    }
    window.addEventListener('keydown', onKey, true)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [scanner])
}

function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox'].includes(target.type)
  return target instanceof HTMLTextAreaElement
}
