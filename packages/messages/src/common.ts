import type { common } from './en/common'

/** The texts that every app and every shared component may use. */
export type CommonMessages = typeof common
