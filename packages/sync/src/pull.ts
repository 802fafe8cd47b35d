import { durationMs } from '@counterfoil/domain'
import { backoffMs } from './backoff'
import { withDeadline } from './cancel'
import type { CancelSignal, Ports, PullPage } from './ports'
import type { StopCode } from './push-outcome'
import { judgePush } from './push-outcome'
import { readPullAnswer } from './read-pull-answer'
import { type Reply, readReply } from './reply'
import type { ServerClock } from './server-clock'
import type { EngineState, Observed } from './state'
import { REQUEST_MS } from './push'

/** Tablets ask this often whatever the live stream says. */
export const POLL_MS = durationMs(30_000)
const LARGEST_PAGE = 5000
/** A page this small gets through any line that gets a page through at all. */
const SMALLEST_PAGE = 100

export interface PullParts {
  readonly ports: Ports
  readonly serverClock: ServerClock
  readonly state: Observed<EngineState>
  readonly onStop: (code: StopCode) => void
}

/** Brings the replica up to date, page by page; pages shrink on a line too slow for them. */
export class Pull {
  #page = LARGEST_PAGE
  #failures = 0
  #fromStart = false

  constructor(readonly parts: PullParts) {}

  async step(signal: CancelSignal): Promise<number> {
    const { ports, state } = this.parts
    const mark = await ports.replica.mark()
    for (;;) {
      const reply = await this.#fetchPage(signal)
      if (signal.cancelled) return 0
      if (reply.kind !== 'ok') return this.#refused(reply)
      await ports.replica.apply(reply.value)
      this.#succeeded()
      if (!reply.value.more) {
        await ports.replica.caughtUp(mark)
        state.change({ last_sync_at: reply.value.server_time })
        return POLL_MS
      }
    }
  }

  failed(error: unknown): number {
    const reason = error instanceof Error ? error.message : 'storage failed'
    return this.#retry(reason, null, this.parts.state.get().reachable)
  }

  forgetFailures(): void {
    this.#failures = 0
  }

  async #fetchPage(signal: CancelSignal): Promise<Reply<PullPage>> {
    const { ports, serverClock } = this.parts
    const cursor = this.#fromStart ? null : await ports.replica.cursor()
    const sent = serverClock.read()
    const answer = await withDeadline(
      ports.timers,
      REQUEST_MS,
      signal,
      (inner) => ports.transport.pull(cursor, this.#page, inner),
      { kind: 'none', reason: 'no answer within 20 s' },
    )
    const reply = readReply(answer, readPullAnswer)
    if (reply.kind === 'ok') serverClock.learn(sent, reply.value.server_time)
    return reply
  }

  #succeeded(): void {
    this.#failures = 0
    this.#fromStart = false
    this.#page = Math.min(LARGEST_PAGE, this.#page * 2)
    this.parts.state.change({ reachable: true })
  }

  #refused(reply: Exclude<Reply<PullPage>, { kind: 'ok' }>): number {
    if (reply.kind === 'none') {
      this.#page = Math.max(SMALLEST_PAGE, Math.floor(this.#page / 2))
      return this.#retry(reply.reason, null)
    }
    const outcome = judgePush(reply, new Set())
    if (outcome.kind === 'stop') {
      this.parts.onStop(outcome.code)
      return 0
    }
    // A cursor that the server no longer knows: it starts us anew and says so with `reset`.
    if (reply.code === 'CURSOR_INVALID') this.#fromStart = true
    return this.#retry(reply.code, reply.retry_after_ms)
  }

  #retry(reason: string, wish: number | null, reachable: boolean | null = false): number {
    this.#failures += 1
    this.parts.state.change({ reachable, last_error: reason })
    return backoffMs(this.#failures, this.parts.ports.random, wish)
  }
}
