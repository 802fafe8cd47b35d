import type { ReactNode } from 'react'
import styles from './page-header.module.css'

export interface PageHeaderProps {
  readonly title: ReactNode
  /** The way back, above the title. */
  readonly above?: ReactNode
  /** One quiet sentence. */
  readonly description?: ReactNode
  readonly actions?: ReactNode
}

export function PageHeader({ title, above, description, actions }: PageHeaderProps) {
  return (
    <header className={styles['header']}>
      <div className={styles['words']}>
        {above !== undefined && <div className={styles['above']}>{above}</div>}
        <h1>{title}</h1>
        {description !== undefined && <p className={styles['text']}>{description}</p>}
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </header>
  )
}
