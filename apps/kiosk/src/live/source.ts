import type { Live } from '../kiosk'

/** A value that is set from one place and watched from many. */
export interface Source<T> extends Live<T> {
  readonly set: (value: T) => void
}

export function createSource<T>(initial: T): Source<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** As {@link createSource}, but a new object with the same fields is no news. */
export function createRecordSource<T extends object>(initial: T): Source<T> {
  const source = createSource(initial)
  const isSame = (a: T, b: T) => {
    const keys = Object.keys(b) as (keyof T)[]
    return keys.every((key) => Object.is(a[key], b[key]))
  }
  return {
    ...source,
    set: (next) => {
      if (!isSame(source.get(), next)) source.set(next)
    },
  }
}
