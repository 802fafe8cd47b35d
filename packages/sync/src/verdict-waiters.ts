import type { Id } from '@counterfoil/domain'
import type { WireVerdict } from '@counterfoil/protocol'
import type { Timers } from './ports'

/** Hands the server's verdicts to those who wait for them in front of a screen. */
export class VerdictWaiters {
  readonly #waiting = new Map<Id, (verdict: WireVerdict | null) => void>()

  constructor(readonly timers: Timers) {}

  /** The verdict, or `null` when it has not come within `ms`. */
  wait(id: Id, ms: number): Promise<WireVerdict | null> {
    return new Promise((resolve) => {
      const off = this.timers.after(ms, () => this.#settle(id, null))
      this.#waiting.set(id, (verdict) => {
        off()
        resolve(verdict)
      })
    })
  }

  /** @returns for which of them somebody waited */
  tell(verdicts: readonly WireVerdict[]): ReadonlySet<Id> {
    const awaited = verdicts.filter(({ id }) => this.#waiting.has(id))
    for (const verdict of awaited) this.#settle(verdict.id, verdict)
    return new Set(awaited.map(({ id }) => id))
  }

  /** Nothing will come now: whoever waits may show what the tablet knows. */
  giveUp(): void {
    for (const id of this.#waiting.keys()) this.#settle(id, null)
  }

  #settle(id: Id, verdict: WireVerdict | null): void {
    const resolve = this.#waiting.get(id)
    this.#waiting.delete(id)
    resolve?.(verdict)
  }
}
