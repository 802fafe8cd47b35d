import type { ReactNode } from 'react'
import styles from './visually-hidden.module.css'

export interface VisuallyHiddenProps {
  readonly as?: 'span' | 'div' | 'legend' | 'h2' | 'h3'
  readonly children: ReactNode
}

/** Heard, not seen. */
export function VisuallyHidden({ as: Element = 'span', children }: VisuallyHiddenProps) {
  return <Element className={styles['hidden']}>{children}</Element>
}
