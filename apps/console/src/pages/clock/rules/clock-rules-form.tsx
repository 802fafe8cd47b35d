import { ROUNDINGS } from '@counterfoil/domain'
import type { WireClockSettings } from '@counterfoil/protocol'
import { Button } from '@counterfoil/ui'
import { Form, Select, useToast } from '@counterfoil/ui/console'
import { useState } from 'react'
import { useUpdateClockSettings } from '../../../api/clock'
import { useFormErrors } from '../../../components/use-form-errors'
import { useText } from '../../../text'
import styles from '../clock.module.css'
import { BreakFields } from './break-fields'
import { exampleOf } from './rounding-example'
import { useGridText } from './use-grid-text'

const GRIDS = [0, 1, 5, 6, 10, 15, 30] as const

/** Rounding and automatic breaks, with an example of what they do. */
export function ClockRulesForm({ settings }: { readonly settings: WireClockSettings }) {
  const words = useText().t.console.clock_rules
  const [draft, setDraft] = useState(settings)
  const update = useUpdateClockSettings()
  const toast = useToast()
  const { errors, problem } = useFormErrors(update.error)
  const change = (part: Partial<WireClockSettings>) =>
    setDraft((before) => ({ ...before, ...part }))
  const submit = () => {
    if (update.isPending) return
    const { round_minutes, round_coming, round_going, automatic_breaks } = draft
    update.mutate(
      { body: { round_minutes, round_coming, round_going, automatic_breaks } },
      { onSuccess: () => toast({ title: words.saved }) },
    )
  }
  return (
    <div className={styles['form']}>
      <Form errors={errors} onSubmit={submit} problem={problem}>
        <section data-stack>
          <h2>{words.rounding}</h2>
          <p className={styles['meta']}>{words.rounding_text}</p>
          <RoundingFields change={change} draft={draft} />
          <p>{words.example(exampleOf(draft))}</p>
        </section>
        <BreakFields
          breaks={draft.automatic_breaks}
          onChange={(automatic_breaks) => change({ automatic_breaks })}
        />
        <div>
          <Button busy={update.isPending} type="submit" variant="primary">
            {words.save}
          </Button>
        </div>
      </Form>
    </div>
  )
}

interface RoundingFieldsProps {
  readonly draft: WireClockSettings
  readonly change: (part: Partial<WireClockSettings>) => void
}

function RoundingFields({ draft, change }: RoundingFieldsProps) {
  const words = useText().t.console.clock_rules
  const grid = useGridText()
  const ways = ROUNDINGS.map((value) => ({ value, label: words.ways[value] }))
  return (
    <div className={styles['pair']}>
      <Select
        label={words.grid}
        onChange={(value) =>
          change({ round_minutes: GRIDS.find((each) => String(each) === value) ?? 1 })
        }
        options={GRIDS.map((each) => ({ value: String(each), label: grid(each) }))}
        value={String(draft.round_minutes)}
      />
      {draft.round_minutes !== 0 && (
        <>
          <Select
            label={words.coming}
            onChange={(round_coming) => change({ round_coming })}
            options={ways}
            value={draft.round_coming}
          />
          <Select
            label={words.going}
            onChange={(round_going) => change({ round_going })}
            options={ways}
            value={draft.round_going}
          />
        </>
      )}
    </div>
  )
}
