import type { ReactNode } from 'react'
import { cx } from '../cx'
import type { Tone } from '../tone'
import tones from '../tone.module.css'
import styles from './badge.module.css'

export interface BadgeProps {
  readonly tone?: Tone
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A state in a word or two. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span className={cx(styles['badge'], tones[tone], tone === 'neutral' && styles['neutral'])}>
      {icon}
      {children}
    </span>
  )
}
