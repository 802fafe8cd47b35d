import { createCancel, type Cancel } from './cancel'
import type { CancelSignal, Clock, Timers } from './ports'

/** A step that has not come to an end after this long never will: storage or network hangs. */
const STALL_MS = 60_000

export interface Loop {
  readonly start: () => void
  readonly stop: () => void
  /** Takes the next step now, or right after the one that is being taken. */
  readonly kick: () => void
  /** Takes the next step within so many ms; one that is due sooner stays where it is. */
  readonly nudge: (ms: number) => void
  /** When the next step is due, by the monotonic clock; `null` while one is being taken. */
  readonly dueAt: () => number | null
}

export interface LoopParts {
  readonly timers: Timers
  readonly clock: Clock
  /** One step; answers the pause until the next in ms. After a rejection `onError` decides. */
  readonly step: (signal: CancelSignal) => Promise<number>
  readonly onError: (error: unknown) => number
}

/**
 * Takes one step after the other, for ever. A step that hangs is abandoned by a watchdog: most
 * silent stalls come from promises that never settle, so nothing here waits for one.
 */
export function createLoop({ timers, clock, step, onError }: LoopParts): Loop {
  let running: { readonly cancel: Cancel; readonly since: number } | null = null
  /** Somebody wants the step after this one no later than so many ms after it. */
  let wanted = Number.POSITIVE_INFINITY
  let due: { readonly at: number; readonly off: () => void } | null = null
  let alive = false

  function schedule(ms: number): void {
    due?.off()
    due = alive ? { at: clock.monotonic() + ms, off: timers.after(ms, take) } : null
  }

  function take(): void {
    due?.off()
    due = null
    const cancel = createCancel()
    const mine = { cancel, since: clock.monotonic() }
    running = mine
    wanted = Number.POSITIVE_INFINITY
    const unwatch = timers.after(STALL_MS, () => finish(onError(new Error('stalled'))))
    cancel.signal.onCancel(unwatch)
    const finish = (pause: number): void => {
      if (running !== mine) return
      cancel.cancel()
      running = null
      schedule(Math.min(pause, wanted))
    }
    step(cancel.signal).then(finish, (error: unknown) => {
      if (running === mine) finish(onError(error))
    })
  }

  return {
    start: () => {
      if (alive) return
      alive = true
      schedule(0)
    },
    stop: () => {
      alive = false
      running?.cancel.cancel()
      running = null
      due?.off()
      due = null
    },
    kick: () => {
      if (!alive) return
      // Timers of a frozen page do not fire: whoever wakes it up comes through here.
      const stalled = running !== null && clock.monotonic() - running.since > STALL_MS
      if (running === null || stalled) {
        running?.cancel.cancel()
        take()
      } else {
        wanted = 0
      }
    },
    nudge: (ms) => {
      if (!alive) return
      if (running !== null) wanted = Math.min(wanted, ms)
      else if (due === null || due.at > clock.monotonic() + ms) schedule(ms)
    },
    dueAt: () => due?.at ?? null,
  }
}
