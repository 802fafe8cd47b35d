import { EmptyState, type IllustrationName } from '@counterfoil/ui'
import type { ReactNode } from 'react'
import styles from './trouble.module.css'

export interface TroubleProps {
  readonly screen: string
  readonly picture: IllustrationName
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
}

/** One picture, one sentence, one action, in the middle of an otherwise quiet screen. */
export function Trouble({ screen, picture, title, children, action }: TroubleProps) {
  return (
    <div className={styles['trouble']} data-screen={screen}>
      <EmptyState action={action} headingLevel={1} illustration={picture} title={title}>
        {children}
      </EmptyState>
    </div>
  )
}
