import type { messages as source } from './en/for-server'
import type { Language } from './language'

export type ServerMessages = typeof source

/** One chunk per language: only the chosen language is ever fetched. */
const LOADERS: Readonly<Record<Language, () => Promise<{ messages: ServerMessages }>>> = {
  en: () => import('./en/for-server'),
  fr: () => import('./fr/for-server'),
  de: () => import('./de/for-server'),
  lb: () => import('./lb/for-server'),
}

/** Every text of the server in one language. Rejects when its chunk cannot be fetched. */
export async function loadServerMessages(language: Language): Promise<ServerMessages> {
  const { messages } = await LOADERS[language]()
  return messages
}
