import { useEffect } from 'react'

/** Fills the screen; refused without a touch, and by some browsers always. */
export function enterFullScreen(): void {
  document.documentElement.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => undefined)
}

/** Fills the screen at the first touch. Whoever leaves it afterwards is left alone. */
export function useFullScreen(): void {
  useEffect(() => {
    const installed = window.matchMedia('(display-mode: fullscreen)').matches
    const touchable = window.matchMedia('(pointer: coarse)').matches
    if (installed || !touchable) return
    window.addEventListener('pointerup', enterFullScreen, { once: true })
    return () => window.removeEventListener('pointerup', enterFullScreen)
  }, [])
}
