import { EmptyState, Skeleton } from '@counterfoil/ui'
import { type RequestStatus, useRequests } from '../../../api/clock'
import { CompleteLine } from '../../../components/complete-line'
import { ErrorState } from '../../../components/error-state'
import { MoreButton } from '../../../components/more-button'
import { useSearchPart } from '../../../components/use-search-part'
import { useText } from '../../../text'
import styles from '../clock.module.css'
import { Switcher } from '../switcher'
import { RequestCards } from './request-card'

const STATES: readonly RequestStatus[] = ['open', 'accepted', 'declined']

/** The inbox of "I forgot to clock out": answered here, kept for good. */
export function RequestsTab() {
  const words = useText().t.console.requests
  const [part, setPart] = useSearchPart('state')
  const status = STATES.find((each) => each === part) ?? 'open'
  const list = useRequests(status)
  const items = list.data?.pages.flatMap((page) => page.items)
  return (
    <div data-stack>
      <p className={styles['meta']}>{words.lead}</p>
      <div>
        <Switcher
          label={words.state}
          onChange={(next) => setPart(next === 'open' ? undefined : next)}
          options={STATES.map((value) => ({ value, label: words.states[value] }))}
          value={status}
        />
      </div>
      {list.error && items === undefined && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && <Skeleton lines={4} />}
      {items?.length === 0 && <EmptyState title={words.empty.title}>{words.empty.text}</EmptyState>}
      <RequestCards requests={items ?? []} />
      <MoreButton list={list} />
      <CompleteLine />
    </div>
  )
}
