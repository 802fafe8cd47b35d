/** Why the kiosk cannot work in this browser at all. */
export type Lack = 'insecure' | 'too_old' | 'no_storage'

/** The parts of a browser's window without which nothing can be signed, kept or led. */
export interface Browser {
  readonly isSecureContext: boolean
  readonly crypto?: { readonly subtle?: unknown; readonly randomUUID?: unknown }
  readonly navigator: { readonly locks?: unknown }
  /** Throws in some browsers where storage is forbidden. */
  readonly indexedDB?: unknown
  readonly localStorage?: unknown
}

/** What is missing, the first thing to be mended first; `null` when all is there. */
export function lackOf(browser: Browser): Lack | null {
  if (!browser.isSecureContext) return 'insecure'
  if (!has(() => browser.indexedDB) || !has(() => browser.localStorage)) return 'no_storage'
  const { subtle, randomUUID } = browser.crypto ?? {}
  const able = [subtle, randomUUID, browser.navigator.locks].every((part) => part !== undefined)
  return able ? null : 'too_old'
}

function has(read: () => unknown): boolean {
  try {
    return (read() ?? null) !== null
  } catch {
    // Forbidden is as good as absent.
    return false
  }
}
