/** Why the database does not do what it should, as the screens can say it. */
export type StorageTrouble = 'QUOTA' | 'BLOCKED' | 'UNAVAILABLE'

/** Names of an error and of everything inside it; Dexie wraps what the browser throws. */
function namesOf(error: unknown): string[] {
  const names: string[] = []
  for (let at = error; at instanceof Error || at instanceof DOMException;) {
    names.push(at.name)
    const inner: unknown = 'inner' in at ? at.inner : at.cause
    at = inner === at ? undefined : inner
  }
  return names
}

export function isQuota(error: unknown): boolean {
  return namesOf(error).some((name) => name === 'QuotaExceededError')
}

/** The connection is gone, which says nothing of the data: opening it again helps. */
export function isClosed(error: unknown): boolean {
  return namesOf(error).some((name) =>
    ['DatabaseClosedError', 'InvalidStateError', 'UnknownError', 'OpenFailedError'].includes(name),
  )
}
