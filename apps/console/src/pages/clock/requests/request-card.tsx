import { type ClockRequest, ENDPOINTS } from '@counterfoil/protocol'
import { Badge, Button } from '@counterfoil/ui'
import { useState } from 'react'
import { LinkTo } from '../../../components/link-to'
import { useMoment, useStoreFormat } from '../../../components/use-moment'
import { useMay } from '../../../session/merchant'
import { useText } from '../../../text'
import styles from '../clock.module.css'
import { type Answering, AnswerDialog } from './answer-dialog'

const TONES = { open: 'info', accepted: 'ok', declined: 'neutral' } as const

/**
 * What people ask to have put right, with what a manager may answer. The dialog is not the card's:
 * the card may be gone by the time the answer has come back.
 */
export function RequestCards({ requests }: { readonly requests: readonly ClockRequest[] }) {
  const [answering, setAnswering] = useState<{ request: ClockRequest; answer: Answering }>()
  return (
    <>
      {requests.map((request) => (
        <RequestCard
          key={request.id}
          onAnswer={(answer) => setAnswering({ request, answer })}
          request={request}
        />
      ))}
      {answering && <AnswerDialog {...answering} onClose={() => setAnswering(undefined)} />}
    </>
  )
}

interface CardProps {
  readonly request: ClockRequest
  readonly onAnswer: (answer: Answering) => void
}

function RequestCard({ request, onAnswer }: CardProps) {
  const words = useText().t.console.requests
  const may = useMay()
  const moment = useMoment()
  const formatAt = useStoreFormat()
  const { staff_name, store_name, store_id, punch, at, note, status, made_by, made_at } = request
  const when = formatAt(store_id).dateTime(at)
  const acts = status === 'open' && may(ENDPOINTS.answerRequest)
  return (
    <article className={styles['card']}>
      <div className={styles['words']}>
        <strong>{words.says[punch]({ person: staff_name, when, place: store_name })}</strong>
        {note !== '' && <q>{note}</q>}
        <span className={styles['meta']}>
          <Badge tone={TONES[status]}>{words.states[status]}</Badge>{' '}
          {words.made({ when: moment(made_at) })}, {words.made_by[made_by]} ·{' '}
          <LinkTo to={`/clock/${request.staff_id}?day=${at.slice(0, 10)}`}>{words.to_sheet}</LinkTo>
        </span>
        {request.answered_at !== null && (
          <span className={styles['meta']}>
            {words.answered({
              who: request.answered_by ?? '',
              when: moment(request.answered_at),
            })}
            {request.answer_note !== null && request.answer_note !== '' && (
              <>
                {' '}
                <q>{request.answer_note}</q>
              </>
            )}
          </span>
        )}
      </div>
      {acts && (
        <div className={styles['files']}>
          <Button onClick={() => onAnswer('decline')} size="small">
            {words.decline}
          </Button>
          <Button onClick={() => onAnswer('accept')} size="small" variant="primary">
            {words.accept}
          </Button>
        </div>
      )}
    </article>
  )
}
