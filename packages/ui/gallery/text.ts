import { loadConsoleMessages } from '@counterfoil/messages'
import { createLanguage } from '../src/index'

export const { LanguageProvider, useText } = createLanguage(loadConsoleMessages)
