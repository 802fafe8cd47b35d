import { merchants, nav, shell, sign_in } from './console/shell'

export const console = { nav, shell, sign_in, merchants }
