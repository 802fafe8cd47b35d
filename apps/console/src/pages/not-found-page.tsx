import { EmptyState } from '@counterfoil/ui'
import { LinkTo } from '../components/link-to'
import { useText } from '../text'

export function NotFoundPage() {
  const { t } = useText()
  const { not_found } = t.console.shell
  return (
    <EmptyState
      action={
        <LinkTo look={{ variant: 'primary' }} to="/today">
          {not_found.action}
        </LinkTo>
      }
      headingLevel={1}
      title={not_found.title}
    >
      {not_found.text}
    </EmptyState>
  )
}
