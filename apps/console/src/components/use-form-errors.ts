import type { PointerError } from '@counterfoil/ui/console'
import { useMemo } from 'react'
import { codeOf, fieldErrorsOf } from '../api/errors'
import { useText } from '../text'
import { fieldText, type FormTexts } from './field-text'
import { useProblemText } from './use-problem-text'

/** What a form says about its fields when the server refuses them, by the field's name. */
export interface FieldWords {
  readonly fields?: Readonly<Record<string, string>>
  /** The field that a conflict is about, and what is in conflict. */
  readonly conflict?: { readonly field: string; readonly text: string }
}

const NO_WORDS: FieldWords = {}

/** A refusal as texts at their fields; `problem` where it is about the whole. */
export function useFormErrors(
  error: Error | null,
  words: FieldWords = NO_WORDS,
  local?: Readonly<Record<string, string>>,
): { errors: readonly PointerError[]; problem: string | undefined } {
  const { t } = useText()
  const problemText = useProblemText()
  const errors = useMemo(() => {
    const found = { ...refusedFields(error, words, t.console.form), ...local }
    return Object.entries(found).map(([field, message]) => ({ pointer: `/${field}`, message }))
  }, [error, words, local, t])
  const problem = error !== null && errors.length === 0 ? problemText(error).sentence : undefined
  return { errors, problem }
}

function refusedFields(error: Error | null, words: FieldWords, texts: FormTexts) {
  if (error === null) return {}
  if (words.conflict !== undefined && codeOf(error) === 'CONFLICT') {
    return { [words.conflict.field]: words.conflict.text }
  }
  const refused = Object.entries(fieldErrorsOf(error))
  return Object.fromEntries(
    refused.map(([name, refusal]) => [name, fieldText(refusal, texts, words.fields?.[name])]),
  )
}
