import { useSyncExternalStore } from 'react'

const NEAR = 120

function subscribe(onChange: () => void) {
  window.addEventListener('scroll', onChange, { passive: true })
  return () => window.removeEventListener('scroll', onChange)
}

/** Whether the page is scrolled to its beginning. */
export function useAtTop(): boolean {
  return useSyncExternalStore(subscribe, () => window.scrollY < NEAR)
}
