import { Button } from '@counterfoil/ui'
import { Form } from '@counterfoil/ui/console'
import { useState } from 'react'
import { LinkTo } from '../../components/link-to'
import { useFormErrors } from '../../components/use-form-errors'
import { useText } from '../../text'
import { BookingFields, DoorFields, WhatFields, WhenFields } from './performance-fields'
import { bodyOf, type PerformanceBody, type PerformanceValues } from './performance-values'
import styles from './performances.module.css'

export interface PerformanceFormProps {
  readonly values: PerformanceValues
  /** People booked already; fewer places than that deserve a word. */
  readonly booked: number
  readonly submitLabel: string
  readonly back: string
  readonly write: { readonly error: Error | null; readonly isPending: boolean }
  readonly onSubmit: (body: PerformanceBody) => void
}

/** Three short parts: what and when, the door, booking by guests. */
export function PerformanceForm(props: PerformanceFormProps) {
  const { values, booked, submitLabel, back, write, onSubmit } = props
  const { t } = useText()
  const words = t.console.performances.editor
  const [draft, setDraft] = useState(values)
  const [local, setLocal] = useState<Record<string, string>>()
  const { errors, problem } = useFormErrors(write.error, undefined, local)
  const parts = {
    draft,
    change: (part: Partial<PerformanceValues>) => setDraft((before) => ({ ...before, ...part })),
  }
  function submit() {
    const body = bodyOf(draft)
    setLocal(body === undefined ? { day: words.no_moment } : undefined)
    if (body !== undefined && !write.isPending) onSubmit(body)
  }
  return (
    <div className={styles['editor']}>
      <Form errors={errors} onSubmit={submit} problem={problem}>
        <WhatFields {...parts} />
        <WhenFields {...parts} />
        <h2 className={styles['section']}>{words.at_the_door}</h2>
        <DoorFields {...parts} booked={booked} />
        <h2 className={styles['section']}>{words.booking}</h2>
        <BookingFields {...parts} />
        <div className={styles['actions']}>
          <Button busy={write.isPending} type="submit" variant="primary">
            {submitLabel}
          </Button>
          <LinkTo look={{}} to={back}>
            {t.common.action.cancel}
          </LinkTo>
        </div>
      </Form>
    </div>
  )
}
