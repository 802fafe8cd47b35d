import { Button } from '@counterfoil/ui'
import { Checkbox, Form, FormTextField, NumberField } from '@counterfoil/ui/console'
import { useState } from 'react'
import { LinkTo } from '../../components/link-to'
import { useFormErrors } from '../../components/use-form-errors'
import { useText } from '../../text'
import { ProgramCard } from './program-card'
import styles from './programs.module.css'

export interface ProgramValues {
  readonly name: string
  readonly reward: string
  readonly stamps_required: number
  readonly cooldown_minutes: number
  readonly daily_limit: number
  readonly pin_required: boolean
}

export interface ProgramFormProps {
  readonly values: ProgramValues
  readonly isNew: boolean
  readonly write: { readonly error: Error | null; readonly isPending: boolean }
  readonly onSubmit: (values: ProgramValues) => void
}

type Change = (change: Partial<ProgramValues>) => void

const pick = (from: ProgramValues): ProgramValues => ({
  name: from.name.trim(),
  reward: from.reward.trim(),
  stamps_required: from.stamps_required,
  cooldown_minutes: from.cooldown_minutes,
  daily_limit: from.daily_limit,
  pin_required: from.pin_required,
})

export function ProgramForm({ values, isNew, write, onSubmit }: ProgramFormProps) {
  const { t } = useText()
  const words = t.console.programs
  const [draft, setDraft] = useState(values)
  const { errors, problem } = useFormErrors(write.error)
  const change: Change = (part) => setDraft((before) => ({ ...before, ...part }))
  const shown = {
    name: draft.name || t.console.programs.new_title,
    reward: draft.reward || words.reward_example,
    stamps_required: Number.isNaN(draft.stamps_required) ? 1 : draft.stamps_required,
  }
  return (
    <div className={styles['editor']}>
      <Form
        errors={errors}
        onSubmit={() => {
          if (!write.isPending) onSubmit(pick(draft))
        }}
        problem={problem}
      >
        <WhatFields change={change} draft={draft} isNew={isNew} />
        <h2>{words.rules}</h2>
        <RuleFields change={change} draft={draft} />
        <div className={styles['actions']}>
          <Button busy={write.isPending} type="submit" variant="primary">
            {isNew ? words.create : words.save}
          </Button>
          <LinkTo look={{}} to="/programs">
            {t.common.action.cancel}
          </LinkTo>
        </div>
      </Form>
      <section className={styles['preview']}>
        <h2>{words.preview}</h2>
        <ProgramCard program={shown} />
      </section>
    </div>
  )
}

interface FieldsProps {
  readonly draft: ProgramValues
  readonly change: Change
}

function WhatFields({ draft, change, isNew }: FieldsProps & { readonly isNew: boolean }) {
  const { programs: words } = useText().t.console
  return (
    <>
      <FormTextField
        autoComplete="off"
        hint={words.name_hint}
        isRequired
        label={words.name}
        maxLength={120}
        name="name"
        onChange={(name) => change({ name })}
        value={draft.name}
      />
      <FormTextField
        autoComplete="off"
        hint={words.reward_hint}
        isRequired
        label={words.reward}
        maxLength={120}
        name="reward"
        onChange={(reward) => change({ reward })}
        placeholder={words.reward_example}
        value={draft.reward}
      />
      <NumberField
        isRequired
        label={words.stamps_required}
        maxValue={100}
        minValue={1}
        name="stamps_required"
        onChange={(stamps_required) => change({ stamps_required })}
        value={draft.stamps_required}
        {...(!isNew && { hint: words.smaller_note })}
      />
    </>
  )
}

function RuleFields({ draft, change }: FieldsProps) {
  const { programs: words } = useText().t.console
  return (
    <>
      <div className={styles['pair']}>
        <NumberField
          hint={words.cooldown_hint}
          isRequired
          label={words.cooldown}
          maxValue={1440}
          minValue={0}
          name="cooldown_minutes"
          onChange={(cooldown_minutes) => change({ cooldown_minutes })}
          unit={words.minutes}
          value={draft.cooldown_minutes}
        />
        <NumberField
          hint={words.daily_limit_hint}
          isRequired
          label={words.daily_limit}
          maxValue={1000}
          minValue={1}
          name="daily_limit"
          onChange={(daily_limit) => change({ daily_limit })}
          value={draft.daily_limit}
        />
      </div>
      <Checkbox
        hint={words.pin_required_hint}
        isSelected={draft.pin_required}
        onChange={(pin_required) => change({ pin_required })}
      >
        {words.pin_required}
      </Checkbox>
    </>
  )
}
