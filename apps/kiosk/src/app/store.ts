import type { Live } from '../kiosk'

export interface Store<T> extends Live<T> {
  readonly set: (value: T) => void
}

/** One observable value. Listeners hear of every change, and of nothing else. */
export function createStore<T>(first: T): Store<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }
}
