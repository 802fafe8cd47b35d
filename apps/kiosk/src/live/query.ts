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
  follow(query, source.set)
  return source
}

/**
 * The same, but asked only while somebody listens; until then the last answer stands. For what one
 * screen shows: every query that is kept up to date stands in the way of the next stamp.
 */
export function watchWhileSeen<T>(query: () => Promise<T>, initial: T): Live<T> {
  const source = createStore(initial)
  let listeners = 0
  let stop: () => void = () => undefined
  return {
    get: source.get,
    subscribe: (onChange) => {
      const unsubscribe = source.subscribe(onChange)
      listeners += 1
      if (listeners === 1) stop = follow(query, source.set)
      return () => {
        unsubscribe()
        listeners -= 1
        if (listeners === 0) stop()
      }
    },
  }
}

function follow<T>(query: () => Promise<T>, tell: (value: T) => void): () => void {
  let stopped = false
  let end: () => void = () => undefined
  const start = (): void => {
    if (stopped) return
    const subscription = liveQuery(query).subscribe({
      next: tell,
      error: () => setTimeout(start, RETRY_MS),
    })
    end = () => subscription.unsubscribe()
  }
  start()
  return () => {
    stopped = true
    end()
  }
}
