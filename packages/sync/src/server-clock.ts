import { type EpochMs, plus } from '@counterfoil/domain'
import type { Clock } from './ports'

/** Both clocks of the tablet at one moment. */
export interface Reading {
  readonly wall: EpochMs
  readonly monotonic: number
}

/** A wall clock that strays this far from the monotonic one was set, by hand or by the network. */
const JUMP_MS = 1000
/** Crystals drift by some 50 ppm; an estimate is worth less the older it is. */
const DRIFT = 1 / 20_000

interface Estimate extends Reading {
  readonly offset_ms: number
  /** Half the round trip: the answer may lie this far off. */
  readonly uncertainty_ms: number
}

/** The best known difference between the server's clock and the tablet's. */
export class ServerClock {
  #estimate: Estimate | null = null

  constructor(readonly clock: Clock) {}

  read(): Reading {
    return { wall: this.clock.wall(), monotonic: this.clock.monotonic() }
  }

  /** Server − tablet in ms, or `null` when unknown since the clock last jumped. */
  offset(): number | null {
    const estimate = this.#estimate
    if (estimate === null) return null
    const { wall, monotonic } = this.read()
    const strayed = wall - estimate.wall - (monotonic - estimate.monotonic)
    if (Math.abs(strayed) > JUMP_MS) this.#estimate = null
    return this.#estimate === null ? null : estimate.offset_ms
  }

  /** The best guess of the server's time. */
  now(): EpochMs {
    return plus(this.clock.wall(), this.offset() ?? 0)
  }

  /**
   * Learns from one exchange. Of several the one with the shortest round trip is trusted, unless a
   * newer one cannot be reconciled with it.
   * @param sent reading just before the request left
   * @param serverTime the server's clock when the request arrived
   */
  learn(sent: Reading, serverTime: EpochMs): void {
    const received = this.read()
    const roundTrip = received.monotonic - sent.monotonic
    if (Math.abs(received.wall - sent.wall - roundTrip) > JUMP_MS) return
    const uncertainty = roundTrip / 2
    const offset = Math.round(serverTime + uncertainty - received.wall)
    const known = this.offset() === null ? null : this.#estimate
    if (known !== null) {
      const doubt = known.uncertainty_ms + (received.monotonic - known.monotonic) * DRIFT
      const agrees = Math.abs(offset - known.offset_ms) <= doubt + uncertainty
      if (agrees && uncertainty > doubt) return
    }
    this.#estimate = { ...received, offset_ms: offset, uncertainty_ms: uncertainty }
  }
}
