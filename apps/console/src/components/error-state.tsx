import { Button, EmptyState, Notice } from '@counterfoil/ui'
import { useText } from '../text'
import { useProblemText } from './use-problem-text'

export interface ErrorStateProps {
  readonly error: unknown
  readonly onRetry?: () => void
  readonly headingLevel?: 1 | 2 | 3
}

/** Instead of a list or a page that could not be loaded. */
export function ErrorState({ error, onRetry, headingLevel = 2 }: ErrorStateProps) {
  const { t } = useText()
  const { title, sentence, request, network } = useProblemText()(error)
  return (
    <div role="alert">
      <EmptyState
        action={onRetry && <Button onClick={onRetry}>{t.common.action.retry}</Button>}
        headingLevel={headingLevel}
        illustration={network ? 'offline' : 'empty'}
        title={title}
      >
        <p>{sentence}</p>
        {request !== undefined && <p>{request}</p>}
      </EmptyState>
    </div>
  )
}

/** In a form or dialog, above its buttons. */
export function ErrorNotice({ error }: { readonly error: unknown }) {
  const text = useProblemText()
  if (error === null || error === undefined) return null
  const { title, sentence, request } = text(error)
  return (
    <Notice live="assertive" title={title} tone="danger">
      <p>{sentence}</p>
      {request !== undefined && <p>{request}</p>}
    </Notice>
  )
}
