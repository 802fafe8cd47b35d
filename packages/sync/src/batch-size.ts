import type { Id } from '@counterfoil/domain'

/** Attempts that a lone operation gets before it is set aside. */
const STRIKES = 3
/** The server's own errors this often in a row make us look for a culprit in the batch. */
const DOUBTS = 3

/**
 * How much to send at once. Halves while batches are refused, until the one bad operation stands
 * alone; doubles again with every success.
 */
export class BatchSize {
  #most: number
  #doubts = 0
  #strikes: { id: Id; count: number } | null = null

  constructor(readonly largest: number) {
    this.#most = largest
  }

  get most(): number {
    return this.#most
  }

  succeeded(): void {
    this.#most = Math.min(this.largest, this.#most * 2)
    this.#doubts = 0
    this.#strikes = null
  }

  /**
   * The batch was refused for good.
   * @returns the operation that stood alone and was refused often enough to be set aside
   */
  refused(ids: readonly Id[]): Id | undefined {
    const [alone, ...others] = ids
    if (alone === undefined) return undefined
    if (others.length > 0) {
      this.#most = Math.max(1, Math.floor(ids.length / 2))
      return undefined
    }
    const count = this.#strikes?.id === alone ? this.#strikes.count + 1 : 1
    this.#strikes = { id: alone, count }
    return count >= STRIKES ? alone : undefined
  }

  /** @returns whether the server erred often enough for this batch to be suspected */
  doubted(): boolean {
    this.#doubts += 1
    return this.#doubts >= DOUBTS
  }
}
