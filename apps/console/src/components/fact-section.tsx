import { type DescriptionItem, DescriptionList } from '@counterfoil/ui/console'
import type { ReactNode } from 'react'
import styles from './fact-section.module.css'

export interface FactSectionProps {
  readonly title: string
  readonly items?: readonly DescriptionItem[]
  readonly children?: ReactNode
}

/** A headed part of a panel. */
export function FactSection({ title, items, children }: FactSectionProps) {
  return (
    <section className={styles['section']}>
      <h3>{title}</h3>
      {items !== undefined && <DescriptionList items={items} />}
      {children}
    </section>
  )
}

/** Parts of a panel one under the other. */
export function Stack({ children }: { readonly children: ReactNode }) {
  return <div className={styles['stack']}>{children}</div>
}
