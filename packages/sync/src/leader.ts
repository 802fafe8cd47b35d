import { type Cancel, createCancel } from './cancel'
import type { CancelSignal, Clock, Timers } from './ports'

/** The leader shows that it lives this often. */
export const PULSE_MS = 3000
/** A leader without a pulse for this long is frozen: its lock is taken from it. */
export const DEAD_MS = 12_000

/** One lock for all tabs of this tablet; held for as long as the tab wants, or lives. */
export interface TabLock {
  /**
   * Calls `onHeld` once the lock is ours (at once when stolen), `onLost` when it was taken away.
   * The answer gives it back, or leaves the queue for it.
   */
  readonly request: (mode: 'wait' | 'steal', onHeld: () => void, onLost: () => void) => () => void
}

/** A value all tabs see, changed by whoever leads. */
export interface Pulse {
  readonly beat: () => void
  readonly read: () => string
}

export interface LeaderParts {
  readonly lock: TabLock
  readonly pulse: Pulse
  readonly timers: Timers
  readonly clock: Clock
  /** Only a tab that somebody looks at may take the lead from another. */
  readonly maySteal: () => boolean
  /**
   * Shuts out the writes of every other tab; only then does this one lead. Keeps trying and never
   * rejects. Must change nothing once `signal` says that the lock was taken away meanwhile.
   */
  readonly fence: (signal: CancelSignal) => Promise<void>
  readonly onLead: () => void
  readonly onLost: () => void
}

/**
 * One tab leads. A Web Lock dies with its tab but not with a frozen one, so the leader also beats
 * a pulse; the others watch whether it changes, each by its own monotonic clock.
 * @returns a function that gives up the lead or the wish for it
 */
export function runLeadership(parts: LeaderParts): () => void {
  const { lock, pulse, timers, clock } = parts
  /** This tab's time with the lock. */
  let term: Cancel | null = null
  let leads = false
  let over = false
  let seen = { value: pulse.read(), at: clock.monotonic() }
  let release = lock.request('wait', hold, lose)
  let off = timers.after(PULSE_MS, tick)

  function hold(): void {
    if (over) return
    term = createCancel()
    pulse.beat()
    void lead(term.signal)
  }

  async function lead(signal: CancelSignal): Promise<void> {
    await parts.fence(signal)
    // Storage took its time, and another tab the lock: this one has never led.
    if (signal.cancelled) return
    leads = true
    parts.onLead()
  }

  function lose(): void {
    if (over || term === null) return
    term.cancel()
    term = null
    seen = { value: pulse.read(), at: clock.monotonic() }
    release = lock.request('wait', hold, lose)
    if (leads) parts.onLost()
    leads = false
  }

  function tick(): void {
    off = timers.after(PULSE_MS, tick)
    if (term !== null) pulse.beat()
    else watch()
  }

  function watch(): void {
    const value = pulse.read()
    if (value !== seen.value) seen = { value, at: clock.monotonic() }
    const dead = clock.monotonic() - seen.at >= DEAD_MS
    if (!dead || !parts.maySteal()) return
    seen = { value, at: clock.monotonic() }
    release()
    release = lock.request('steal', hold, lose)
  }

  return () => {
    over = true
    term?.cancel()
    off()
    release()
  }
}
