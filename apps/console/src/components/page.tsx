import { PageHeader } from '@counterfoil/ui/console'
import type { ReactNode } from 'react'

export interface PageProps {
  readonly title: string
  readonly above?: ReactNode
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** One page: its name in the browser's tab and on top, then its content. */
export function Page({ title, above, lead, actions, children }: PageProps) {
  return (
    <>
      <title>{`${title} · Counterfoil`}</title>
      <PageHeader above={above} actions={actions} description={lead} title={title} />
      {children}
    </>
  )
}
