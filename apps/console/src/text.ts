import { loadConsoleMessages } from '@counterfoil/messages'
import { createLanguage } from '@counterfoil/ui'

export const { LanguageProvider, useText } = createLanguage(loadConsoleMessages)
