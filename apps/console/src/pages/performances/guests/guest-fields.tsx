import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@counterfoil/messages'
import { FormTextArea, FormTextField, NumberField, Select } from '@counterfoil/ui/console'
import { useState } from 'react'
import { textOf } from '../../../components/form-data'
import { useText } from '../../../text'

export interface GuestValues {
  readonly name: string
  readonly email: string | null
  readonly party_size: number
  readonly language: Language
  readonly note: string
}

/** What is asked of a booking, and how it is read again. */
export function useGuestFields(values: GuestValues) {
  const [party_size, setParty] = useState(values.party_size)
  const [language, setLanguage] = useState(values.language)
  const read = (data: FormData): GuestValues => ({
    name: textOf(data, 'name').trim(),
    email: textOf(data, 'email').trim() || null,
    note: textOf(data, 'note').trim(),
    party_size,
    language,
  })
  return { values, party_size, setParty, language, setLanguage, read }
}

type GuestFieldsProps = ReturnType<typeof useGuestFields> & {
  readonly partyHint?: string
  readonly emailNeeded?: boolean
}

export function GuestFields(props: GuestFieldsProps) {
  const { values, party_size, setParty, language, setLanguage, partyHint, emailNeeded } = props
  const { t } = useText()
  const words = t.console.guests
  return (
    <>
      <FormTextField
        autoComplete="off"
        defaultValue={values.name}
        isRequired
        label={words.name}
        maxLength={120}
        name="name"
      />
      <NumberField
        hint={partyHint}
        isRequired
        label={words.party}
        maxValue={1000}
        minValue={1}
        name="party_size"
        onChange={setParty}
        value={party_size}
      />
      <FormTextField
        autoComplete="off"
        defaultValue={values.email ?? ''}
        hint={words.email_hint}
        isRequired={emailNeeded === true}
        label={words.email}
        maxLength={254}
        name="email"
        note={emailNeeded === true ? undefined : t.common.form.optional}
        type="email"
      />
      <Select
        label={words.language}
        name="language"
        onChange={setLanguage}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={language}
      />
      <FormTextArea
        defaultValue={values.note}
        hint={words.note_hint}
        label={words.note}
        maxLength={1000}
        name="note"
        note={t.common.form.optional}
        rows={2}
      />
    </>
  )
}
