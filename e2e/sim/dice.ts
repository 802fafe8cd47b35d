/** Random choices that a seed decides: the same seed, the same choices, on any machine. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** In `[0, 1)` (mulberry32). */
  readonly next = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(things: readonly T[]): T {
    const thing = things[this.between(0, things.length - 1)]
    if (thing === undefined) throw new RangeError('nothing to pick from')
    return thing
  }

  /** One of the names, each as likely as its weight. */
  weigh<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries<number>(weights) as [K, number][]
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [name, weight] of entries) {
      left -= weight
      if (left < 0) return name
    }
    throw new RangeError('no weights')
  }

  /** Waiting time of something that comes every `mean` ms on average. */
  wait(mean: number): number {
    return Math.ceil(-Math.log(1 - this.next()) * mean)
  }

  /** Dice of their own, so that one actor's throws do not move another's. */
  fork(): Dice {
    return new Dice(this.between(0, 2 ** 32 - 1))
  }
}
