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

/** What a decision is called and what it brings about: of guests, of a time told twice, of the rest. */
function textsOf({ clash, reviews }: ConsoleMessages['console'], review: Review) {
  // At a door people are counted, and the words say so.
  if (review.operation.kind.startsWith('ticket.')) {
    return { actions: reviews.door_actions, effects: reviews.door_effects }
  }
  return review.reason === 'MANUAL_CLASH' ? clash : reviews
}

/** Only what can still be done is offered; each choice says what it brings about. */
export function DecisionForm({ review }: { readonly review: Review }) {
  const { t } = useText()
  const words = t.console.reviews
  const texts = textsOf(t.console, review)
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
          label: texts.actions[value],
          hint: texts.effects[value],
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
          {action === null ? t.common.action.confirm : texts.actions[action]}
        </Button>
      </div>
    </Form>
  )
}
