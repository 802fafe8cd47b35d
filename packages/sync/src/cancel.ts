import type { CancelSignal, Timers } from './ports'

export interface Cancel {
  readonly signal: CancelSignal
  readonly cancel: () => void
}

/** The smallest thing that can tell somebody to stop, once. */
export function createCancel(): Cancel {
  const listeners: (() => void)[] = []
  let cancelled = false
  return {
    signal: {
      get cancelled() {
        return cancelled
      },
      onCancel: (run) => {
        if (cancelled) run()
        else listeners.push(run)
      },
    },
    cancel: () => {
      if (cancelled) return
      cancelled = true
      for (const run of listeners) run()
    },
  }
}

/**
 * Settles with `otherwise` after `ms`, whatever `work` does: a black-holed connection answers
 * neither yes nor no, and not everything that was aborted ever settles.
 */
export function withDeadline<T>(
  timers: Timers,
  ms: number,
  outer: CancelSignal,
  work: (signal: CancelSignal) => Promise<T>,
  otherwise: T,
): Promise<T> {
  const inner = createCancel()
  outer.onCancel(inner.cancel)
  return new Promise((resolve, reject) => {
    const off = timers.after(ms, () => {
      inner.cancel()
      resolve(otherwise)
    })
    inner.signal.onCancel(() => resolve(otherwise))
    work(inner.signal).then(resolve, reject).finally(off)
  })
}
