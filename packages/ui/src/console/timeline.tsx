import type { ReactNode } from 'react'
import { cx } from '../cx'
import type { Tone } from '../tone'
import tones from '../tone.module.css'
import styles from './facts.module.css'

export interface TimelineItem {
  readonly id: string
  readonly title: ReactNode
  /** When, as text. */
  readonly at: string
  readonly tone?: Tone
  readonly icon?: ReactNode
  readonly children?: ReactNode
}

/** What happened, in order, along a perforated line. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol className={styles['timeline']}>
      {items.map((item) => (
        <li className={styles['event']} key={item.id}>
          <span aria-hidden className={cx(styles['eventMark'], tones[item.tone ?? 'neutral'])}>
            {item.icon}
          </span>
          <div className={styles['eventBody']}>
            <span>{item.title}</span>
            <span className={styles['eventTime']}>{item.at}</span>
            {item.children}
          </div>
        </li>
      ))}
    </ol>
  )
}
