import { type EpochMs, plus } from '@counterfoil/domain'

interface Appointment {
  readonly at: EpochMs
  readonly nth: number
  readonly run: () => void | Promise<void>
}

/**
 * The one order in which everything happens. Time is virtual; work that takes real time (a request
 * to a real server) is waited for before anything else goes on, so that a run can be repeated.
 */
export class Schedule {
  #appointments: Appointment[] = []
  #made = 0

  constructor(public now: EpochMs) {}

  /** Calls `run` after `ms`; the answer takes the appointment back. */
  after(ms: number, run: Appointment['run']): () => void {
    const made = { at: plus(this.now, Math.max(0, ms)), nth: this.#made++, run }
    let index = this.#appointments.length
    while (index > 0 && (this.#appointments[index - 1]?.at ?? 0) > made.at) index -= 1
    this.#appointments.splice(index, 0, made)
    return () => {
      this.#appointments = this.#appointments.filter((other) => other !== made)
    }
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve))
  }

  async pass(ms: number): Promise<void> {
    const until = plus(this.now, ms)
    await drained()
    for (;;) {
      const [next] = this.#appointments
      if (next === undefined || next.at > until) break
      this.#appointments.shift()
      this.now = next.at
      await next.run()
      await drained()
    }
    this.now = until
  }
}

/** All promises that can go on have gone on: nothing here waits for anything but the schedule. */
function drained(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
