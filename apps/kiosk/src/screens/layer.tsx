import { cx } from '@counterfoil/ui'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './layer.module.css'

export interface LayerProps {
  /** Names the screen for tests and for a screen reader's landmarks. */
  readonly screen: string
  readonly label: string
  readonly children: ReactNode
  readonly className?: string | undefined
}

/**
 * A screen above the camera. It takes the focus when it comes; the camera below keeps filming.
 */
export function Layer({ screen, label, children, className }: LayerProps) {
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    // A field that took the focus by itself keeps it.
    const taken = ref.current?.contains(document.activeElement) === true
    if (!taken) ref.current?.focus({ preventScroll: true })
  }, [])
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
