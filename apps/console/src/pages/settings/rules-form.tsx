import { type AnswerOf, ENDPOINTS } from '@counterfoil/protocol'
import { Button, Notice } from '@counterfoil/ui'
import { DescriptionList, Form, NumberField, useToast } from '@counterfoil/ui/console'
import { useState } from 'react'
import { useUpdateSettings } from '../../api/settings'
import { useFormErrors } from '../../components/use-form-errors'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import { type RuleField, RULE_FIELDS } from './rule-fields'
import styles from './settings.module.css'

type Settings = AnswerOf<typeof ENDPOINTS.getSettings>['settings']

/** The numbers that tablets and server decide by; readable to all, changed by owners. */
export function RulesForm({ settings }: { readonly settings: Settings }) {
  const may = useMay()
  return may(ENDPOINTS.updateSettings) ? (
    <EditRules settings={settings} />
  ) : (
    <ReadRules settings={settings} />
  )
}

function EditRules({ settings }: { readonly settings: Settings }) {
  const { t } = useText()
  const words = t.console.settings
  const [draft, setDraft] = useState(settings)
  const update = useUpdateSettings()
  const toast = useToast()
  const { errors, problem } = useFormErrors(update.error)
  const submit = () => {
    if (update.isPending) return
    const { device_pin_attempts, device_lock_minutes, person_pin_attempts, sign_on_seconds } = draft
    update.mutate(
      { body: { device_pin_attempts, device_lock_minutes, person_pin_attempts, sign_on_seconds } },
      { onSuccess: () => toast({ title: words.saved }) },
    )
  }
  const fields = (group: RuleField['group']) =>
    RULE_FIELDS.filter((field) => field.group === group).map((field) => (
      <NumberField
        isRequired
        key={field.name}
        label={field.label(t)}
        maxValue={field.max}
        minValue={field.min}
        name={field.name}
        onChange={(value) => setDraft((before) => field.write(before, value))}
        unit={field.unit(words)}
        value={field.read(draft)}
        {...(field.hint && { hint: field.hint(words) })}
      />
    ))
  return (
    <div className={styles['form']}>
      <Form errors={errors} onSubmit={submit} problem={problem}>
        <section className={styles['section']}>
          <h2>{words.lockout}</h2>
          <p className={styles['text']}>{words.lockout_text}</p>
          <div className={styles['fields']}>{fields('lockout')}</div>
        </section>
        <section className={styles['section']}>
          <h2>{words.sign_on}</h2>
          <p className={styles['text']}>{words.sign_on_text}</p>
          <div className={styles['fields']}>{fields('sign_on')}</div>
        </section>
        <div>
          <Button busy={update.isPending} type="submit" variant="primary">
            {words.save}
          </Button>
        </div>
      </Form>
    </div>
  )
}

function ReadRules({ settings }: { readonly settings: Settings }) {
  const { t, format } = useText()
  const words = t.console.settings
  return (
    <div className={styles['form']}>
      <Notice tone="neutral">{words.read_only}</Notice>
      <DescriptionList
        items={RULE_FIELDS.map((field) => ({
          term: field.label(t),
          value: `${format.number(field.read(settings))} ${field.unit(words)}`,
        }))}
      />
    </div>
  )
}
