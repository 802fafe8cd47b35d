import type { ChangeBus } from './change-bus'
import type { Topic } from './topics'

export interface HintStreamOptions {
  readonly bus: ChangeBus
  readonly merchantId: string
  /** Whose sign-in the stream rests on; `undefined` for a tablet. */
  readonly accountId: string | undefined
  /** The data of an event for these topics, or `undefined` when they do not concern the listener. */
  readonly dataFor: (topics: ReadonlySet<Topic>) => unknown
  /**
   * Asked when tablets' rows or the account's sessions change and with each heartbeat; `false` ends
   * the stream.
   */
  readonly alive: () => Promise<boolean>
}

const HEARTBEAT_MS = 20_000
/** Hints closer together than this become one event. */
const GATHER_MS = 150
/** Then the listener connects again, and with that proves anew who it is. */
const LIFETIME_MS = 15 * 60_000

/**
 * Server-sent events: `change` when something is worth asking for, a comment every 20 seconds.
 * Ends when the listener goes, may listen no more, cannot keep up, when the node stops, and after
 * a quarter of an hour.
 */
export function hintStream(options: HintStreamOptions): Response {
  const { bus, merchantId, accountId, dataFor, alive } = options
  let end = (): void => undefined
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const encoder = new TextEncoder()
        const topics = new Set<Topic>()
        let gathering: NodeJS.Timeout | undefined
        const send = (text: string): void => {
          // Whoever reads too slowly comes back and asks for everything at once.
          if ((controller.desiredSize ?? 0) <= 0) return finish()
          controller.enqueue(encoder.encode(text))
        }
        const flush = (): void => {
          gathering = undefined
          const data = dataFor(topics)
          topics.clear()
          if (data !== undefined) send(`event: change\ndata: ${JSON.stringify(data)}\n\n`)
        }
        const checkAlive = (): void => {
          alive().then(
            (yes) => (yes ? undefined : finish()),
            // A listener that cannot be vouched for is let go; it will ask to come in again.
            () => finish(),
          )
        }
        const unsubscribe = bus.subscribe(merchantId, (changed) => {
          for (const topic of changed) topics.add(topic)
          if (changed.includes('devices')) checkAlive()
          gathering ??= setTimeout(flush, GATHER_MS)
        })
        const leave = accountId === undefined ? undefined : bus.subscribe(accountId, checkAlive)
        const heartbeat = setInterval(() => {
          send(': still here\n\n')
          checkAlive()
        }, HEARTBEAT_MS)
        const lifetime = setTimeout(() => finish(), LIFETIME_MS)
        let finished = false
        end = () => {
          finished = true
          unsubscribe()
          leave?.()
          clearInterval(heartbeat)
          clearTimeout(gathering)
          clearTimeout(lifetime)
          bus.closed.removeEventListener('abort', finish)
        }
        function finish(): void {
          if (finished) return
          end()
          controller.close()
        }
        bus.closed.addEventListener('abort', finish)
        if (bus.closed.aborted) return finish()
        send('retry: 3000\n\n')
      },
      cancel: () => end(),
    },
    { highWaterMark: 64 },
  )
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
