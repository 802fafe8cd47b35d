import type { messages as source } from './en/for-console'
import type { Language } from './language'

export type ConsoleMessages = typeof source

/** One chunk per language: only the chosen language is ever fetched. */
const LOADERS: Readonly<Record<Language, () => Promise<{ messages: ConsoleMessages }>>> = {
  en: () => import('./en/for-console'),
  fr: () => import('./fr/for-console'),
  de: () => import('./de/for-console'),
  lb: () => import('./lb/for-console'),
}

/** Every text of the console in one language. Rejects when its chunk cannot be fetched. */
export async function loadConsoleMessages(language: Language): Promise<ConsoleMessages> {
  const { messages } = await LOADERS[language]()
  return messages
}
