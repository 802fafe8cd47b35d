import type { Review } from '@counterfoil/protocol'
import { Badge, cx, EmptyState } from '@counterfoil/ui'
import { type Column, SplitView, Table, Tabs } from '@counterfoil/ui/console'
import { useReviews } from '../../api/reviews'
import { useToday } from '../../api/today'
import { CompleteLine } from '../../components/complete-line'
import { ErrorState } from '../../components/error-state'
import { MoreButton } from '../../components/more-button'
import { Page } from '../../components/page'
import { useMoment } from '../../components/use-moment'
import { useSearchPart } from '../../components/use-search-part'
import { useText } from '../../text'
import { useOperationText } from '../ledger/use-entry-text'
import { ReviewPanel } from './review-panel'
import styles from './reviews.module.css'
import { firstDoorOf } from './two-doors'
import { useReviewInView } from './use-review-in-view'

type Status = 'open' | 'resolved'

/** The inbox: what tablets and the server saw differently, decided or not. */
export function ReviewsPage() {
  const { t } = useText()
  const words = t.console.reviews
  const [part, setPart] = useSearchPart('status')
  const status: Status = part === 'resolved' ? 'resolved' : 'open'
  const today = useToday()
  return (
    <Page lead={words.lead} title={words.title}>
      <Tabs
        label={words.list}
        onSelect={(next) => setPart(next === 'open' ? undefined : next)}
        selected={status}
        tabs={[
          {
            id: 'open',
            label: words.open,
            count: today.data?.open_reviews,
            content: <Inbox status="open" />,
          },
          { id: 'resolved', label: words.resolved, content: <Inbox status="resolved" /> },
        ]}
      />
      <CompleteLine />
    </Page>
  )
}

function Inbox({ status }: { readonly status: Status }) {
  const list = useReviews(status)
  const columns = useColumns(status)
  const { t } = useText()
  const words = t.console.reviews
  const [openId, setOpenId] = useSearchPart('review')
  const rows = list.data?.pages.flatMap((page) => page.items)
  const open = useReviewInView(rows, openId)
  const empty = status === 'open' ? words.empty : words.empty_resolved
  if (list.error && !list.data) {
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  }
  return (
    <div className={cx(open && styles['wide'])}>
      <SplitView
        panel={
          open && <ReviewPanel key={open.id} onClose={() => setOpenId(undefined)} review={open} />
        }
      >
        <div data-stack>
          <Table
            caption={words.list}
            columns={columns}
            empty={<EmptyState title={empty.title}>{empty.text}</EmptyState>}
            onOpen={(review) => setOpenId(review.id)}
            openKey={open?.id}
            rowKey={(review) => review.id}
            rows={rows}
          />
          <MoreButton list={list} />
        </div>
      </SplitView>
    </div>
  )
}

function useColumns(status: Status): readonly Column<Review>[] {
  const { t } = useText()
  const words = t.console.reviews
  const operationText = useOperationText()
  const moment = useMoment()
  return [
    {
      key: 'what',
      title: t.console.ledger.what,
      cell: (review) => (
        <span className={styles['row']}>
          <strong>
            {firstDoorOf(review.operation) === undefined
              ? words.reasons[review.reason].title
              : words.two_doors.title}
          </strong>
          <span>{operationText(review.operation)}</span>
        </span>
      ),
    },
    {
      key: 'when',
      title: t.console.ledger.when,
      align: 'end',
      cell: (review) =>
        status === 'open' || review.resolved_at === null ? (
          moment(review.opened_at)
        ) : (
          <span className={styles['done']}>
            {review.action !== null && <Badge>{words.done[review.action]}</Badge>}
            {moment(review.resolved_at)}
          </span>
        ),
    },
  ]
}
