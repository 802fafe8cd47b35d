import type { messages as source } from './en/for-kiosk'
import type { Language } from './language'

export type KioskMessages = typeof source

/** One chunk per language: only the chosen language is ever fetched. */
const LOADERS: Readonly<Record<Language, () => Promise<{ messages: KioskMessages }>>> = {
  en: () => import('./en/for-kiosk'),
  fr: () => import('./fr/for-kiosk'),
  de: () => import('./de/for-kiosk'),
  lb: () => import('./lb/for-kiosk'),
}

/** Every text of the kiosk in one language. Rejects when its chunk cannot be fetched. */
export async function loadKioskMessages(language: Language): Promise<KioskMessages> {
  const { messages } = await LOADERS[language]()
  return messages
}
