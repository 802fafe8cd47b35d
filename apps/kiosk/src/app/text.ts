import { loadKioskMessages } from '@counterfoil/messages'
import { createLanguage } from '@counterfoil/ui'

/** The kiosk's texts in the chosen language; one chunk per language is fetched. */
export const { LanguageProvider, useText } = createLanguage(loadKioskMessages)
