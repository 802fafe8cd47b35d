import type { ReactNode } from 'react'
import { cx } from '../cx'
import { Perforation } from './perforation'
import styles from './ticket-card.module.css'

export interface TicketCardProps {
  readonly children: ReactNode
  /** The counterfoil: what stays below the dotted line. */
  readonly stub?: ReactNode
  readonly className?: string
}

/** A slip of paper, torn off at its lower edge. */
export function TicketCard({ children, stub, className }: TicketCardProps) {
  return (
    <div className={cx(styles['wrap'], className)}>
      <div className={cx(styles['card'], styles['torn'])}>
        <div className={styles['body']}>{children}</div>
        {stub !== undefined && (
          <>
            <div className={styles['tear']}>
              <Perforation />
            </div>
            <div className={styles['stub']}>{stub}</div>
          </>
        )}
      </div>
    </div>
  )
}
