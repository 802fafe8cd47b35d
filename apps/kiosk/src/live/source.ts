import { createStore, type Store } from '../app/store'

/** As {@link createStore}, but a new object with the same fields is no news. */
export function createRecordSource<T extends object>(initial: T): Store<T> {
  const source = createStore(initial)
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
