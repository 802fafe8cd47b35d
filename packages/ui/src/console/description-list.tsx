import type { ReactNode } from 'react'
import { Fragment } from 'react'
import styles from './facts.module.css'

export interface DescriptionItem {
  readonly term: string
  readonly value: ReactNode
}

export function DescriptionList({ items }: { readonly items: readonly DescriptionItem[] }) {
  return (
    <dl className={styles['list']}>
      {items.map((item) => (
        <Fragment key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
