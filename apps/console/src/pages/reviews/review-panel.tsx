import { ENDPOINTS, type Review } from '@counterfoil/protocol'
import { Badge, Notice } from '@counterfoil/ui'
import { SidePanel } from '@counterfoil/ui/console'
import { FactSection, Stack } from '../../components/fact-section'
import { LinkTo } from '../../components/link-to'
import { useClock, useMoment } from '../../components/use-moment'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import styles from '../ledger/ledger.module.css'
import { TwoSides } from '../ledger/two-sides'
import { useOperationText } from '../ledger/use-entry-text'
import { DecisionForm } from './decision-form'
import { TwoTellings } from './two-tellings'
import { firstDoorOf, TwoDoors } from './two-doors'

/** Both sides next to each other, and the decision. */
export function ReviewPanel({ review, onClose }: { review: Review; onClose: () => void }) {
  const { t } = useText()
  const words = t.console.reviews
  const clock = useClock()
  const operationText = useOperationText()
  const twice = firstDoorOf(review.operation) !== undefined
  const reason = twice ? words.two_doors : words.reasons[review.reason]
  const { card_id: cardId, performance_id: performanceId } = review.operation.data
  return (
    <SidePanel
      meta={words.opened({ when: clock(review.opened_at) })}
      onClose={onClose}
      title={reason.title}
    >
      <Stack>
        <p>{operationText(review.operation)}</p>
        <p className={styles['sentence']}>{reason.text}</p>
        <TwoDoors operation={review.operation} />
        {review.reason === 'MANUAL_CLASH' ? (
          <TwoTellings review={review} />
        ) : (
          <TwoSides operation={review.operation} />
        )}
        <Flags review={review} />
        <Outcome review={review} />
        {typeof cardId === 'string' && (
          <LinkTo to={`/ledger?card_id=${cardId}`}>{words.see_entry}</LinkTo>
        )}
        {typeof performanceId === 'string' && (
          <LinkTo to={`/performances/${performanceId}`}>{words.see_performance}</LinkTo>
        )}
      </Stack>
    </SidePanel>
  )
}

function Flags({ review }: { readonly review: Review }) {
  const { t } = useText()
  const { flags } = review.operation.verdict
  if (flags.length === 0) return null
  return (
    <FactSection title={t.console.ledger.panel.flags}>
      {flags.map((flag) => (
        <p key={flag}>
          <Badge>{t.verdicts.flags[flag].headline}</Badge> {t.verdicts.flags[flag].sentence}
        </p>
      ))}
    </FactSection>
  )
}

/** The decision that was made, or the one to make. */
function Outcome({ review }: { readonly review: Review }) {
  const { t } = useText()
  const may = useMay()
  const moment = useMoment()
  const words = t.console.reviews
  if (review.status === 'resolved') {
    const when = review.resolved_at === null ? '' : moment(review.resolved_at)
    return (
      <Notice title={review.action === null ? words.resolved : words.done[review.action]} tone="ok">
        <p>{words.by({ who: review.resolved_by ?? t.common.someone, when })}</p>
        {review.note !== null && review.note !== '' && (
          <p className={styles['note']}>{review.note}</p>
        )}
      </Notice>
    )
  }
  if (!may(ENDPOINTS.resolveReview)) return <Notice tone="neutral">{words.read_only}</Notice>
  if (review.actions.length === 0) return <Notice tone="neutral">{words.no_action}</Notice>
  return <DecisionForm review={review} />
}
