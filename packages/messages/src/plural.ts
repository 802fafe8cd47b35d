import type { Language } from './language'

type Form = 'one' | 'other'

/**
 * CLDR's cardinal rules, written out because Chromium's Intl knows no Luxembourgish.
 * French counts 0 and 1.5 as singular; the others only 1.
 */
const RULES: Readonly<Record<Language, (n: number) => Form>> = {
  en: (n) => (n === 1 ? 'one' : 'other'),
  de: (n) => (n === 1 ? 'one' : 'other'),
  lb: (n) => (n === 1 ? 'one' : 'other'),
  fr: (n) => (Math.abs(n) < 2 ? 'one' : 'other'),
}

/** Which form a counted noun takes. */
export function pluralForm(language: Language, n: number): Form {
  return RULES[language](n)
}

/** The locale whose digits we print; Luxembourgish writes numbers as German does. */
export const NUMBER_LOCALE: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  fr: 'fr-FR',
  de: 'de-DE',
  lb: 'de-DE',
}

export interface Words {
  /** Picks the form for `n`, without the number. */
  readonly pick: (n: number, one: string, other: string) => string
  /** The number and its noun: "1 stamp", "1,200 stamps". */
  readonly count: (n: number, one: string, other: string) => string
  readonly number: (n: number) => string
}

/** The counting tools that a language's texts are written with. */
export function wordsOf(language: Language): Words {
  const digits = new Intl.NumberFormat(NUMBER_LOCALE[language])
  const number = (n: number) => digits.format(n)
  const pick = (n: number, one: string, other: string) =>
    pluralForm(language, n) === 'one' ? one : other
  return { pick, number, count: (n, one, other) => `${number(n)} ${pick(n, one, other)}` }
}
