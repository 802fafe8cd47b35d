import { type EpochMs, epochMs, plus } from '@counterfoil/domain'
import type { Clock, Timers } from '../ports'

interface Alarm {
  readonly at: number
  readonly run: () => void
}

/** Time that passes only when told to; the wall clock can be set wrong. */
export class FakeTime implements Clock, Timers {
  #elapsed = 0
  #alarms: Alarm[] = []
  #wallAtStart: number

  constructor(start: EpochMs = epochMs(Date.parse('2026-11-20T10:00:00Z'))) {
    this.#wallAtStart = start
  }

  /** True time, as the server reckons it. */
  readonly true0 = epochMs(Date.parse('2026-11-20T10:00:00Z'))
  readonly trueNow = (): EpochMs => plus(this.true0, this.#elapsed)
  readonly wall = (): EpochMs => epochMs(this.#wallAtStart + this.#elapsed)
  readonly monotonic = (): number => this.#elapsed

  readonly after = (ms: number, run: () => void): (() => void) => {
    const alarm = { at: this.#elapsed + ms, run }
    this.#alarms.push(alarm)
    return () => {
      this.#alarms = this.#alarms.filter((other) => other !== alarm)
    }
  }

  setWallBy(ms: number): void {
    this.#wallAtStart += ms
  }

  /** Forgets all alarms, as a process that dies does. */
  dropAlarms(): void {
    this.#alarms = []
  }

  async advance(ms: number): Promise<void> {
    const until = this.#elapsed + ms
    await settled()
    for (;;) {
      const next = this.#alarms.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.#elapsed = Math.max(this.#elapsed, next.at)
      this.#alarms = this.#alarms.filter((alarm) => alarm !== next)
      next.run()
      await settled()
    }
    this.#elapsed = until
  }
}

/** Lets every promise that can go on do so; the fakes never wait for anything but alarms. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve()
}
