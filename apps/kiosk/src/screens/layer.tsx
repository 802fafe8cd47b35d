import { cx } from '@counterfoil/ui'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './layer.module.css'

export interface LayerProps {
  /** Names the screen for tests and for a screen reader's landmarks. */
  readonly screen: string
  readonly label: string
  readonly children: ReactNode
  readonly className?: string | undefined
}

/**
 * A screen above the camera. It takes the focus when it comes and gives it back when it goes; the
 * camera below keeps filming.
 */
export function Layer({ screen, label, children, className }: LayerProps) {
  const ref = useRef<HTMLElement>(null)
  // Read before a field inside can take the focus by itself.
  const [before] = useState(() => document.activeElement)
  useEffect(() => {
    const taken = ref.current?.contains(document.activeElement) === true
    if (!taken) ref.current?.focus({ preventScroll: true })
    return () => {
      // The element may be gone or inert by then; the page's own start is next best.
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus())
    }
  }, [before])
  return (
    <section
      aria-label={label}
      className={cx(styles['layer'], className)}
      data-screen={screen}
      ref={ref}
      tabIndex={-1}
    >
      {children}
    </section>
  )
}
