export type { CommonMessages } from './common'
export { verdictDetailText } from './detail'
export { createFormat, type Format, type Instant } from './format'
export { isLanguage, LANGUAGE_NAMES, LANGUAGES, type Language, pickLanguage } from './language'
export { type ConsoleMessages, loadConsoleMessages } from './load-console'
export { type KioskMessages, loadKioskMessages } from './load-kiosk'
export { loadServerMessages, type ServerMessages } from './load-server'
export { beforeN } from './n-rule'
export { pluralForm } from './plural'
export type {
  FlagText,
  KindDetail,
  KindText,
  KindName,
  ProblemCode,
  ProblemDetailText,
  ProblemMessages,
  ProblemText,
  VerdictDetailText,
  VerdictMessages,
  VerdictText,
} from './texts'
