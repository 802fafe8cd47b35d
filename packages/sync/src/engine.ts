import type { EpochMs, Id } from '@counterfoil/domain'
import type { WireVerdict } from '@counterfoil/protocol'
import type { BatchLimits } from './batch'
import { createLoop } from './loop'
import type { Ports } from './ports'
import { Pull } from './pull'
import { Push } from './push'
import type { StopCode } from './push-outcome'
import { ServerClock } from './server-clock'
import { type EngineState, INITIAL_STATE, Observed } from './state'
import { VerdictWaiters } from './verdict-waiters'

/** A person waits in front of the screen at most this long for the server's word. */
export const ANSWER_MS = 1500
/**
 * So long after an operation of our own nothing is pulled: its answer and the screen come first, and
 * the hints that it causes come in a shower.
 */
const SOON_MS = 400
/** Without a network the queue is tried so soon after an operation, not after each one of them. */
const HOPELESS_MS = 5000

export interface Engine {
  readonly start: () => void
  readonly stop: () => void
  /**
   * Sends now. The server's verdict if it comes within 1.5 s, else `null`; at once `null` while
   * the server is known to be out of reach (it is tried nevertheless, within five seconds: the
   * answer's screen comes first).
   * @param id an operation that the outbox holds
   */
  readonly submit: (id: Id) => Promise<WireVerdict | null>
  /** Whether {@link Engine.submit} would wait: `false` while the server is known to be out of reach. */
  readonly reaches: () => boolean
  /** Another try for everything, parked operations too, whatever the back-off. */
  readonly retryNow: () => Promise<void>
  /** Something may have changed on the server. */
  readonly hint: () => void
  /** The network came back, or the page woke up. */
  readonly wake: () => void
  /** Server − tablet in ms, or `null` since the clock last jumped. */
  readonly offset: () => number | null
  readonly serverNow: () => EpochMs
  readonly state: () => EngineState
  readonly subscribe: (listener: () => void) => () => void
}

export interface EngineOptions {
  readonly limits: BatchLimits
  /** Revoked or expired: the engine has stopped; the caller deletes what it must. */
  readonly onStop: (code: StopCode) => void
}

/** The tablet's side of the wire: one loop that pushes, one that pulls. */
export function createEngine(ports: Ports, options: EngineOptions): Engine {
  const state = new Observed<EngineState>(INITIAL_STATE)
  const serverClock = new ServerClock(ports.clock)
  const waiters = new VerdictWaiters(ports.timers)

  function halt(code: StopCode): void {
    stop()
    state.change({ stopped: code, reachable: true })
    options.onStop(code)
  }
  const pull = new Pull({ ports, serverClock, state, onStop: halt })
  let busyUntil = Number.NEGATIVE_INFINITY

  function serving(): void {
    busyUntil = ports.clock.monotonic() + SOON_MS
  }

  function pullSoon(): void {
    pulling.nudge(Math.max(0, busyUntil - ports.clock.monotonic()))
  }
  const pulling = createLoop({
    ...ports,
    step: (signal) => pull.step(signal),
    onError: (error) => pull.failed(error),
  })
  const push = new Push({
    ports,
    limits: options.limits,
    serverClock,
    state,
    waiters,
    onStop: halt,
    onVerdicts: () => {
      serving()
      pullSoon()
    },
  })
  const pushing = createLoop({
    ...ports,
    step: (signal) => push.step(signal),
    onError: (error) => push.failed(error),
  })

  function stop(): void {
    pushing.stop()
    pulling.stop()
    waiters.giveUp()
  }

  function reaches(): boolean {
    const { reachable, stopped } = state.get()
    return reachable !== false && stopped === null
  }

  function wake(): void {
    push.forgetFailures()
    pull.forgetFailures()
    pushing.kick()
    pulling.kick()
  }

  return {
    start: () => {
      pushing.start()
      pulling.start()
    },
    stop,
    submit: (id) => {
      serving()
      if (!reaches()) {
        pushing.nudge(HOPELESS_MS)
        return Promise.resolve(null)
      }
      const verdict = waiters.wait(id, ANSWER_MS)
      pushing.kick()
      return verdict
    },
    reaches,
    retryNow: async () => {
      await ports.outbox.unpark()
      wake()
    },
    hint: pullSoon,
    wake,
    offset: () => serverClock.offset(),
    serverNow: () => serverClock.now(),
    state: () => state.get(),
    subscribe: (listener) => state.subscribe(listener),
  }
}
