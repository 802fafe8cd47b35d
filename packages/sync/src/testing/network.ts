import { formatInstant } from '@counterfoil/domain'
import type { Timers, Transport, TransportAnswer } from '../ports'
import type { ReferenceServer } from './reference-server'

/** What the line does to requests. */
export type Weather =
  | 'fine'
  | 'down'
  /** The request gets lost on its way. */
  | 'lost_before'
  /** The server stores it; its answer gets lost. */
  | 'lost_after'
  /** Neither yes nor no, ever. */
  | 'hole'
  /** Stored, and then neither yes nor no. */
  | 'hole_after'
  /** A captive portal's page to everything. */
  | 'portal'
  /** Somebody's 403, without a problem document. */
  | 'forbidden_page'

const NONE: TransportAnswer = { kind: 'none', reason: 'unreachable' }
const LATENCY = 20

/** A line between one engine and the reference server; answers come after some milliseconds. */
export class Network implements Transport {
  weather: Weather = 'fine'
  /** Answers these instead of asking the server, first come first served. */
  readonly script: { readonly status: number; readonly body: unknown }[] = []
  pulls = 0

  constructor(
    readonly server: ReferenceServer,
    readonly timers: Timers,
  ) {}

  readonly push = (body: string): Promise<TransportAnswer> =>
    this.#pass(() => this.script.shift() ?? this.server.push(body))

  readonly pull = (): Promise<TransportAnswer> => {
    this.pulls += 1
    return this.#pass(() => ({
      status: 200,
      body: {
        cursor: `c${this.pulls}`,
        more: false,
        reset: false,
        server_time: formatInstant(this.server.now()),
        changes: [],
      },
    }))
  }

  async #pass(ask: () => { status: number; body: unknown }): Promise<TransportAnswer> {
    await this.#travel()
    if (this.weather === 'hole') return new Promise(() => {})
    if (this.weather === 'portal') return answer(200, undefined)
    if (this.weather === 'forbidden_page') return answer(403, { message: 'go away' })
    if (this.weather === 'down' || this.weather === 'lost_before') return NONE
    const { status, body } = ask()
    if (this.weather === 'hole_after') return new Promise(() => {})
    await this.#travel()
    if (this.weather === 'lost_after') return NONE
    return answer(status, body)
  }

  #travel(): Promise<void> {
    return new Promise((resolve) => {
      this.timers.after(LATENCY / 2, resolve)
    })
  }
}

function answer(status: number, body: unknown): TransportAnswer {
  return { kind: 'answer', status, body, retry_after_ms: null }
}
