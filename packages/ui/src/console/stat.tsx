import type { ReactNode } from 'react'
import { cx } from '../cx'
import type { Tone } from '../tone'
import tones from '../tone.module.css'
import styles from './facts.module.css'

export interface StatProps {
  readonly label: string
  readonly value: ReactNode
  /** "+12 %", with its sign; the tone never stands alone. */
  readonly change?: string
  readonly changeTone?: Tone
  readonly hint?: ReactNode
  readonly chart?: ReactNode
}

/** One figure with its name. */
export function Stat({ label, value, change, changeTone = 'neutral', hint, chart }: StatProps) {
  return (
    <div className={styles['stat']}>
      <p className={styles['statLabel']}>{label}</p>
      <p className={styles['figure']}>
        {value}
        {change !== undefined && (
          <span className={cx(styles['change'], tones[changeTone])}>{change}</span>
        )}
      </p>
      {hint !== undefined && <p className={styles['statHint']}>{hint}</p>}
      {chart !== undefined && <div className={styles['statChart']}>{chart}</div>}
    </div>
  )
}
