import type { ReactNode } from 'react'
import { cx } from '../cx'
import type { Tone } from '../tone'
import tones from '../tone.module.css'
import styles from './facts.module.css'

export interface StatusDotProps {
  readonly tone: Tone
  /** A ring instead of a disc, for what is not (yet) there: shape beside colour. */
  readonly hollow?: boolean
  readonly children: ReactNode
}

export function StatusDot({ tone, hollow = false, children }: StatusDotProps) {
  return (
    <span className={cx(styles['dot'], tones[tone], hollow && styles['hollow'])}>{children}</span>
  )
}
