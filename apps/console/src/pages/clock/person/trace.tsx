import { type AnswerOf, ENDPOINTS, type WireAmendment } from '@counterfoil/protocol'
import { Badge, Button } from '@counterfoil/ui'
import { Timeline, type TimelineItem } from '@counterfoil/ui/console'
import { useState } from 'react'
import { ReasonField } from '../../../components/reason-field'
import { useCreateAmendment } from '../../../api/clock'
import { FormDialog } from '../../../components/form-dialog'
import { textOf } from '../../../components/form-data'
import { useDone } from '../../../components/use-done'
import { useMoment, useStoreFormat } from '../../../components/use-moment'
import { useMay } from '../../../session/merchant'
import { useText } from '../../../text'
import styles from '../clock.module.css'
import { RequestCards } from '../requests/request-card'
import { useAmendWords } from './use-amend-words'

type Answer = AnswerOf<typeof ENDPOINTS.getSheet>

/** Every correction of a person's hours, who made it and why; and what was asked for. */
export function Trace({ data }: { readonly data: Answer }) {
  const { amendments: words, requests } = useText().t.console
  const may = useMay()
  const moment = useMoment()
  const says = useSays(data)
  const [undoing, setUndoing] = useState<WireAmendment>()
  const item = (amendment: WireAmendment): TimelineItem => ({
    id: amendment.id,
    title: says(amendment),
    at: words.by({ who: amendment.author_name, when: moment(amendment.made_at) }),
    tone: amendment.stands ? 'brand' : 'neutral',
    children: (
      <div className={styles['reason']}>
        {amendment.reason !== '' && <q>{amendment.reason}</q>}
        {amendment.request_id !== null && <Badge>{words.asked}</Badge>}
        {!amendment.stands && <Badge>{words.gone}</Badge>}
        {amendment.stands && may(ENDPOINTS.createAmendment) && (
          <Button onClick={() => setUndoing(amendment)} size="small" variant="quiet">
            {words.undo}
          </Button>
        )}
      </div>
    ),
  })
  const answered = data.requests.filter(({ status }) => status !== 'open')
  return (
    <section aria-label={words.trace} data-stack>
      <h2>{words.trace}</h2>
      {data.amendments.length === 0 ? (
        <p className={styles['meta']}>{words.no_trace}</p>
      ) : (
        <Timeline items={data.amendments.map(item)} />
      )}
      {answered.length > 0 && (
        <>
          <h3>{requests.list}</h3>
          <RequestCards requests={answered} />
        </>
      )}
      {undoing && (
        <UndoDialog
          amendment={undoing}
          onClose={() => setUndoing(undefined)}
          says={says(undoing)}
        />
      )}
    </section>
  )
}

/** A correction as a sentence. */
function useSays({ amendments, punches }: Answer) {
  const words = useText().t.console.amendments
  const formatAt = useStoreFormat()
  return ({ adds, strikes }: WireAmendment): string => {
    if (adds !== null) {
      const told = {
        what: words.actions[adds.punch],
        when: formatAt(adds.store_id).dateTime(adds.at),
      }
      return strikes === null ? words.says.add(told) : words.says.move(told)
    }
    const punch = punches.find(({ op_id }) => op_id === strikes)
    if (punch !== undefined) {
      const when = formatAt(punch.store_id).dateTime(punch.at)
      return words.remove_title({ what: words.actions[punch.punch], when })
    }
    return amendments.some(({ id }) => id === strikes) ? words.says.restore : words.says.strike
  }
}

interface UndoDialogProps {
  readonly amendment: WireAmendment
  readonly says: string
  readonly onClose: () => void
}

function UndoDialog({ amendment, says, onClose }: UndoDialogProps) {
  const words = useText().t.console.amendments
  const create = useCreateAmendment()
  const done = useDone(onClose)
  const fieldWords = useAmendWords(create.error)
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={(data) =>
        create.mutate(
          {
            body: {
              staff_id: amendment.staff_id,
              strikes: amendment.id,
              reason: textOf(data, 'reason').trim(),
            },
          },
          done(words.restored),
        )
      }
      open
      submitLabel={words.undo}
      title={words.undo_title}
      words={fieldWords}
      write={create}
    >
      <p>{says}</p>
      <ReasonField maxLength={500} words={words} />
    </FormDialog>
  )
}
