import { liveQuery } from 'dexie'
import { createStore } from '../app/store'
import type { Live } from '../kiosk'

const RETRY_MS = 1000

/**
 * The answer to a database query, kept up to date for as long as the page lives, whichever tab
 * writes. A query that fails (a closing connection) keeps its last answer and is asked again.
 */
export function watch<T>(query: () => Promise<T>, initial: T): Live<T> {
  const source = createStore(initial)
  const start = (): void => {
    liveQuery(query).subscribe({
      next: source.set,
      error: () => setTimeout(start, RETRY_MS),
    })
  }
  start()
  return source
}
