import type { Language } from '@counterfoil/messages'
import { LANGUAGE_NAMES, LANGUAGES } from '@counterfoil/messages'
import { useId } from 'react'
import { useCommonText } from '../language'
import styles from './language-picker.module.css'
import { VisuallyHidden } from './visually-hidden'

export interface LanguagePickerProps {
  readonly value: Language
  readonly onChange: (language: Language) => void
  /** Two letters where there is little room; the whole name is still read aloud. */
  readonly compact?: boolean
}

/** All four languages at once: one touch, and never a list to open. */
export function LanguagePicker({ value, onChange, compact = false }: LanguagePickerProps) {
  const name = useId()
  const words = useCommonText()
  return (
    <fieldset className={styles['group']}>
      <VisuallyHidden as="legend">{words.language}</VisuallyHidden>
      {LANGUAGES.map((language) => (
        <label className={styles['choice']} key={language} lang={language}>
          <input
            aria-label={LANGUAGE_NAMES[language]}
            checked={value === language}
            className={styles['input']}
            name={name}
            onChange={() => onChange(language)}
            type="radio"
          />
          <span aria-hidden>{compact ? language.toUpperCase() : LANGUAGE_NAMES[language]}</span>
        </label>
      ))}
    </fieldset>
  )
}
