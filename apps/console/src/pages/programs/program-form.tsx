import { Button } from '@counterfoil/ui'
import { Checkbox, Form, FormTextField, NumberField } from '@counterfoil/ui/console'
import { useState } from 'react'
import { LinkTo } from '../../components/link-to'
import { useFormErrors } from '../../components/use-form-errors'
import { useText } from '../../text'
import { KindChoice, PointFields } from './point-fields'
import { ProgramCard } from './program-card'
import type { Change, FieldsProps, ProgramRules, ProgramValues } from './program-values'
import styles from './programs.module.css'

export interface ProgramFormProps {
  readonly values: ProgramValues
  readonly isNew: boolean
  /** Of the money that points are earned for. */
  readonly currency: string
  readonly write: { readonly error: Error | null; readonly isPending: boolean }
  readonly onSubmit: (rules: ProgramRules, kind: ProgramValues['kind']) => void
}

const pick = (from: ProgramValues): ProgramRules => ({
  name: from.name.trim(),
  reward: from.reward.trim(),
  stamps_required: from.stamps_required,
  cooldown_minutes: from.cooldown_minutes,
  daily_limit: from.daily_limit,
  pin_required: from.pin_required,
  points_per_unit: from.points_per_unit,
  min_amount_minor: from.min_amount_minor,
  max_points_per_op: from.max_points_per_op,
})

export function ProgramForm(props: ProgramFormProps) {
  const { values, isNew, currency, write, onSubmit } = props
  const { t } = useText()
  const words = t.console.programs
  const [draft, setDraft] = useState(values)
  const { errors, problem } = useFormErrors(write.error)
  const change: Change = (part) => setDraft((before) => ({ ...before, ...part }))
  const shown = {
    kind: draft.kind,
    points_per_unit: draft.points_per_unit,
    name: draft.name || t.console.programs.new_title,
    reward: draft.reward || words.reward_example,
    stamps_required: Number.isNaN(draft.stamps_required) ? 1 : draft.stamps_required,
  }
  return (
    <div className={styles['editor']}>
      <Form
        errors={errors}
        onSubmit={() => {
          if (!write.isPending) onSubmit(pick(draft), draft.kind)
        }}
        problem={problem}
      >
        <WhatFields change={change} draft={draft} isNew={isNew} />
        <h2>{words.rules}</h2>
        {draft.kind === 'points' ? (
          <PointFields change={change} currency={currency} draft={draft} />
        ) : (
          <RuleFields change={change} draft={draft} />
        )}
        <PinChoice change={change} draft={draft} />
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
      {isNew && <KindChoice change={change} draft={draft} />}
      {draft.kind === 'stamps' && <StampFields change={change} draft={draft} isNew={isNew} />}
    </>
  )
}

function StampFields({ draft, change, isNew }: FieldsProps & { readonly isNew: boolean }) {
  const { programs: words } = useText().t.console
  return (
    <>
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
    </>
  )
}

function PinChoice({ draft, change }: FieldsProps) {
  const { programs: words } = useText().t.console
  return (
    <Checkbox
      hint={words.pin_required_hint}
      isSelected={draft.pin_required}
      onChange={(pin_required) => change({ pin_required })}
    >
      {words.pin_required}
    </Checkbox>
  )
}
