import type { ReactNode } from 'react'
import { useLater } from '../hooks/use-later'
import styles from './working.module.css'

/** Most answers come faster than this could be read. */
const WORTH_SHOWING_MS = 180

export interface WorkingLayerProps {
  readonly text: string
  /** What was read. */
  readonly children: ReactNode
}

/** While an answer is on its way: what is done with what was read, once that takes a moment. */
export function WorkingLayer({ text, children }: WorkingLayerProps) {
  const late = useLater(WORTH_SHOWING_MS)
  if (!late) return null
  return (
    <div className={styles['working']} data-screen="working" role="status">
      <p className={styles['text']}>{text}</p>
      {children}
    </div>
  )
}
