/** The languages every text exists in, in the order a picker shows them. */
export const LANGUAGES = ['en', 'fr', 'de', 'lb'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each language by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  lb: 'Lëtzebuergesch',
}

/** Whether a stored or received value names a language that we speak. */
export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}

/**
 * The first language of `preferred` (BCP 47 tags, as in `navigator.languages` or
 * `Accept-Language`) that we speak; English when there is none.
 */
export function pickLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split(/[-_]/)[0]
    if (isLanguage(base)) return base
  }
  return 'en'
}
