import type { Topic } from './topics'
import type { Hint } from './hint'

export interface HintOutbox {
  add(merchantId: string, topics: readonly Topic[]): void
  /** Sends what waits; resolves when nothing does. */
  flush(): Promise<void>
}

/** Merchants per message: a notification holds 8,000 bytes at most. */
const PER_MESSAGE = 40
/** Batches of a burst become one message. */
const GATHER_MS = 20

/**
 * Gathers hints and sends them one message at a time. A message that cannot be sent is dropped:
 * tablets and consoles ask by themselves every half minute.
 */
export function createHintOutbox(
  node: string,
  send: (payload: string) => Promise<void>,
): HintOutbox {
  let waiting = new Map<string, Set<Topic>>()
  let sending: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  const drain = async (): Promise<void> => {
    while (waiting.size > 0) {
      const merchants = [...waiting].map(([id, topics]): [string, Topic[]] => [id, [...topics]])
      waiting = new Map()
      for (let from = 0; from < merchants.length; from += PER_MESSAGE) {
        const hint: Hint = { node, merchants: merchants.slice(from, from + PER_MESSAGE) }
        // The client's own error event reports a broken connection.
        await send(JSON.stringify(hint)).catch(() => undefined)
      }
    }
  }

  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    sending ??= drain().finally(() => {
      sending = undefined
    })
    await sending
  }

  return {
    add: (merchantId, topics) => {
      const known = waiting.get(merchantId) ?? new Set()
      for (const topic of topics) known.add(topic)
      waiting.set(merchantId, known)
      timer ??= setTimeout(() => void flush(), GATHER_MS).unref()
    },
    flush,
  }
}
