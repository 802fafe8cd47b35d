import { formatInstant, instantAt, instantMs, localDayOf, localTimeOf } from '@counterfoil/domain'
import type { ClockRequest } from '@counterfoil/protocol'
import { FormTextArea } from '@counterfoil/ui/console'
import { useMemo, useState } from 'react'
import { useAnswerRequest } from '../../../api/clock'
import { FormDialog } from '../../../components/form-dialog'
import { textOf } from '../../../components/form-data'
import { useDone } from '../../../components/use-done'
import { useStoreFormat } from '../../../components/use-moment'
import { useText } from '../../../text'
import { MomentFields } from '../moment-fields'

export type Answering = 'accept' | 'decline'

export interface AnswerDialogProps {
  readonly request: ClockRequest
  readonly answer: Answering
  readonly onClose: () => void
}

/** Accepts a request, at the time asked for or another one, or declines it. */
export function AnswerDialog({ request, answer, onClose }: AnswerDialogProps) {
  const { t } = useText()
  const { requests: words, amendments } = t.console
  const write = useAnswerRequest()
  const done = useDone(onClose)
  const zone = useStoreFormat()(request.store_id).timeZone
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const fieldWords = useMemo(() => ({ conflict: { field: 'note', text: words.taken } }), [words])
  const accepts = answer === 'accept'
  const asked = instantMs(request.at)
  const [day, time] = [localDayOf(asked, zone), localTimeOf(asked, zone)]
  const submit = (data: FormData) => {
    const [newDay, newTime] = [textOf(data, 'day'), textOf(data, 'at')]
    const moved = accepts && (newDay !== day || newTime !== time)
    const at = moved ? instantAt(newDay, newTime, zone) : undefined
    if (moved && at === undefined) {
      setWrong({ at: amendments.no_moment })
      return
    }
    setWrong({})
    const note = textOf(data, 'note').trim()
    const body = { answer, note, ...(at !== undefined && { at: formatInstant(at) }) }
    write.mutate(
      { params: { id: request.id }, body },
      done(accepts ? words.accepted : words.declined),
    )
  }
  const title = accepts ? words.accept_title : words.decline_title
  return (
    <FormDialog
      localErrors={wrong}
      onClose={onClose}
      onSubmit={submit}
      open
      submitLabel={words[answer]}
      title={title({ person: request.staff_name })}
      words={fieldWords}
      write={write}
    >
      <p>{accepts ? words.accept_text : words.decline_text}</p>
      {accepts && <MomentFields day={day} time={time} timeName="at" />}
      <FormTextArea
        hint={words.note_hint}
        label={words.note}
        maxLength={500}
        name="note"
        note={t.common.form.optional}
        rows={2}
      />
    </FormDialog>
  )
}
