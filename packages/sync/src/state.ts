import type { EpochMs } from '@counterfoil/domain'
import type { StopCode } from './push-outcome'

/** What the engine can tell of itself. */
export interface EngineState {
  /** The last exchange brought an answer of our server; `null` before the first. */
  readonly reachable: boolean | null
  readonly stopped: StopCode | null
  /** The server understands this version no more: the app must be updated. */
  readonly outdated: boolean
  /** By the server's clock, when the replica was last complete. */
  readonly last_sync_at: EpochMs | null
  /** Attempts to push that failed since the last that did not. */
  readonly failures: number
  readonly last_error: string | null
  /** By the tablet's wall clock; `null` when nothing failed. */
  readonly next_attempt_at: EpochMs | null
}

export const INITIAL_STATE: EngineState = {
  reachable: null,
  stopped: null,
  outdated: false,
  last_sync_at: null,
  failures: 0,
  last_error: null,
  next_attempt_at: null,
}

/** A value that tells when it changes. */
export class Observed<T extends object> {
  #value: T
  readonly #listeners = new Set<() => void>()

  constructor(initial: T) {
    this.#value = initial
  }

  get(): T {
    return this.#value
  }

  change(part: Partial<T>): void {
    const next = { ...this.#value, ...part }
    const differs = Object.keys(part).some(
      (key) => next[key as keyof T] !== this.#value[key as keyof T],
    )
    if (!differs) return
    this.#value = next
    for (const listener of this.#listeners) listener()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
