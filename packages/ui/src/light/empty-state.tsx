import type { ReactNode } from 'react'
import styles from './empty-state.module.css'
import { Illustration, type IllustrationName } from './illustration'

export interface EmptyStateProps {
  readonly title: string
  /** Teaches what will be here and how it gets here. */
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly illustration?: IllustrationName
  readonly headingLevel?: 1 | 2 | 3
}

/** One picture, one sentence, one action: for empty lists and for trouble. */
export function EmptyState(props: EmptyStateProps) {
  const { title, children, action, illustration = 'empty', headingLevel = 2 } = props
  const Heading = `h${headingLevel}` as const
  return (
    <div className={styles['empty']}>
      <div className={styles['picture']}>
        <Illustration name={illustration} />
      </div>
      <Heading className={styles['title']}>{title}</Heading>
      {children !== undefined && <div className={styles['text']}>{children}</div>}
      {action !== undefined && <div className={styles['action']}>{action}</div>}
    </div>
  )
}
