import type { console as source } from '../en/console'
import { merchants, nav, shell, sign_in } from './console/shell'

export const console: typeof source = { nav, shell, sign_in, merchants }
