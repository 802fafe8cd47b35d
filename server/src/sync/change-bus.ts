import { EventEmitter } from 'node:events'
import type { Logger } from 'pino'
import { createHintRelay } from './hint-relay'
import { type Topic, TOPICS } from './topics'

/** Hints that something changed. Never the change itself: a lost or doubled hint is harmless. */
export interface ChangeBus {
  /**
   * Tells every live stream of the merchant, on this node and all others. Call after the commit.
   * An account's id in its place tells the streams of that account (`sessions`).
   */
  notify(merchantId: string, topics: readonly Topic[]): void
  /** @returns a function that ends the subscription */
  subscribe(merchantId: string, listener: (topics: readonly Topic[]) => void): () => void
  /** Aborted when the node is about to stop: streams end, so that it can drain. */
  readonly closed: AbortSignal
  close(): Promise<void>
}

export interface ChangeBusOptions {
  /** `undefined`: this node alone. Its connection must not go through a transaction pooler. */
  readonly connectionString: string | undefined
  readonly log: Pick<Logger, 'warn' | 'info'>
}

/** Usable at once; the connection to other nodes is made, and made again, in the background. */
export function createChangeBus({ connectionString, log }: ChangeBusOptions): ChangeBus {
  const local = new EventEmitter()
  local.setMaxListeners(0)
  const closing = new AbortController()
  const deliver = (merchantId: string, topics: readonly Topic[]): void => {
    local.emit(merchantId, topics)
  }
  // Whatever was missed while the connection was down may be anything.
  const missed = (): void => {
    for (const merchantId of local.eventNames()) deliver(String(merchantId), TOPICS)
  }
  const relay =
    connectionString === undefined
      ? undefined
      : createHintRelay({ connectionString, log, deliver, missed })
  return {
    notify: (merchantId, topics) => {
      deliver(merchantId, topics)
      relay?.send(merchantId, topics)
    },
    subscribe: (merchantId, listener) => {
      local.on(merchantId, listener)
      return () => void local.off(merchantId, listener)
    },
    closed: closing.signal,
    close: async () => {
      closing.abort()
      await relay?.close()
    },
  }
}
