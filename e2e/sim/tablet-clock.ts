import { type EpochMs, epochMs } from '@counterfoil/domain'
import type { Clock, Timers } from '@counterfoil/sync'
import type { Schedule } from './schedule'

/** A tablet's two clocks, neither of them right. */
export class TabletClock implements Clock {
  readonly #start: number
  #shift: number

  /**
   * @param skew ms by which the wall clock is wrong at the start
   * @param drift by which both clocks run fast, as a fraction
   */
  constructor(
    readonly schedule: Schedule,
    skew: number,
    readonly drift: number,
  ) {
    this.#start = schedule.now
    this.#shift = skew
  }

  readonly wall = (): EpochMs => epochMs(Math.round(this.#start + this.monotonic() + this.#shift))
  readonly monotonic = (): number => (this.schedule.now - this.#start) * (1 + this.drift)

  /** Somebody, or the network, sets the wall clock. */
  jump(ms: number): void {
    this.#shift += ms
  }

  /** Timers that die with their page. */
  timers(alive: () => boolean): Timers {
    return {
      after: (ms, run) =>
        this.schedule.after(Math.ceil(ms / (1 + this.drift)), () => {
          if (alive()) run()
        }),
    }
  }
}
