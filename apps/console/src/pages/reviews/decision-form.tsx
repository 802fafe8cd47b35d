import type { ConsoleMessages } from '@counterfoil/messages'
import type { Review } from '@counterfoil/protocol'
import { Button, Notice } from '@counterfoil/ui'
import { Form, FormTextArea, RadioGroup, useToast } from '@counterfoil/ui/console'
import { useState } from 'react'
import { codeOf } from '../../api/errors'
import { useResolveReview } from '../../api/reviews'
import { textOf } from '../../components/form-data'
import { useFormErrors } from '../../components/use-form-errors'
import { useText } from '../../text'

type Action = Review['actions'][number]
type Words = ConsoleMessages['console']['reviews']

/** At a door people are counted, and the words say so. */
const isDoor = ({ operation }: Review) => operation.kind.startsWith('ticket.')
const actionsOf = (words: Words, review: Review) =>
  isDoor(review) ? words.door_actions : words.actions
const effectsOf = (words: Words, review: Review) =>
  isDoor(review) ? words.door_effects : words.effects

/** Only what can still be done is offered; each choice says what it brings about. */
export function DecisionForm({ review }: { readonly review: Review }) {
  const { t } = useText()
  const words = t.console.reviews
  const [action, setAction] = useState<Action | null>(review.actions[0] ?? null)
  const resolve = useResolveReview()
  const toast = useToast()
  const { errors, problem } = useFormErrors(resolve.error)
  if (codeOf(resolve.error) === 'CONFLICT') return <Notice tone="info">{words.changed}</Notice>
  function submit(data: FormData) {
    if (action === null || resolve.isPending) return
    const body = { action, note: textOf(data, 'note').trim() }
    // A live hint may take this form away before the answer comes; the word is said all the same.
    resolve.mutateAsync({ params: { id: review.id }, body }).then(
      () => toast({ title: words.decided_toast, text: words.done[action] }),
      () => undefined,
    )
  }
  return (
    <Form errors={errors} onSubmit={submit} problem={problem}>
      <RadioGroup
        cards
        label={words.decide_title}
        onChange={setAction}
        options={review.actions.map((value) => ({
          value,
          label: actionsOf(words, review)[value],
          hint: effectsOf(words, review)[value],
        }))}
        value={action}
      />
      <FormTextArea
        hint={words.note_hint}
        label={words.note}
        maxLength={1000}
        name="note"
        note={t.common.form.optional}
        rows={2}
      />
      <div>
        <Button busy={resolve.isPending} disabled={action === null} type="submit" variant="primary">
          {action === null ? t.common.action.confirm : actionsOf(words, review)[action]}
        </Button>
      </div>
    </Form>
  )
}
