import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import type { Logger } from 'pino'
import { createHintOutbox } from './hint-outbox'
import { readHint } from './hint'
import { isHeard } from './is-heard'
import type { Topic } from './topics'

export interface HintRelay {
  send(merchantId: string, topics: readonly Topic[]): void
  close(): Promise<void>
}

export interface HintRelayOptions {
  readonly connectionString: string
  readonly log: Pick<Logger, 'warn' | 'info'>
  /** Called for the hints of other nodes. */
  readonly deliver: (merchantId: string, topics: readonly Topic[]) => void
  /** Called when the connection is back after a gap. */
  readonly missed: () => void
}

const NAME = 'counterfoil-hints'
const CONNECT_MS = 5000
const CHANNEL = 'counterfoil_hint'
const HEARD_MS = 10_000
const DEAF =
  'hints of other nodes do not arrive: behind a transaction pooler, name the database itself in DATABASE_DIRECT_URL'
const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 5000

/**
 * Carries hints between nodes by LISTEN and NOTIFY, on one connection that is used for nothing
 * else: the lock that a notifying commit takes is never held together with a merchant's lane.
 */
export function createHintRelay(options: HintRelayOptions): HintRelay {
  const node = randomUUID()
  let client: Client | undefined
  let closed = false
  let attempt = 0
  let retry: NodeJS.Timeout | undefined
  const outbox = createHintOutbox(node, async (payload) => {
    await client?.query('select pg_notify($1, $2)', [CHANNEL, payload])
  })

  const lost = (gone: Client, cause: unknown): void => {
    if (gone !== client && client !== undefined) return
    client = undefined
    if (closed || retry !== undefined) return
    attempt += 1
    const wait = Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt)
    options.log.warn({ err: cause, wait }, 'connection for hints is down')
    retry = setTimeout(() => void open(), wait).unref()
  }

  const say = async (word: string): Promise<void> => {
    const { connectionString } = options
    const other = new Client({
      connectionString,
      application_name: NAME,
      connectionTimeoutMillis: CONNECT_MS,
    })
    other.on('error', () => undefined)
    try {
      await other.connect()
      await other.query('select pg_notify($1, $2)', [CHANNEL, word])
    } finally {
      await other.end()
    }
  }

  const warnIfDeaf = async (listener: Client): Promise<void> => {
    // Where nothing could be said, or the connection is gone meanwhile, nothing is known.
    const heard = await isHeard(listener, say, HEARD_MS).catch(() => true)
    if (!heard && listener === client) options.log.warn(DEAF)
  }

  const open = async (): Promise<void> => {
    retry = undefined
    const next = new Client({
      connectionString: options.connectionString,
      application_name: NAME,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
    })
    next.on('error', (error) => lost(next, error))
    next.on('end', () => lost(next, new Error('connection ended')))
    next.on('notification', ({ payload }) => {
      const hint = readHint(payload ?? '')
      if (hint === undefined || hint.node === node) return
      for (const [merchantId, topics] of hint.merchants) options.deliver(merchantId, topics)
    })
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
    } catch (error) {
      lost(next, error)
      await next.end().catch((cause: unknown) => options.log.info({ err: cause }, 'hints: end'))
      return
    }
    if (closed) {
      await next.end()
      return
    }
    client = next
    void warnIfDeaf(next)
    if (attempt > 0) options.missed()
    attempt = 0
  }

  const opening = open()
  return {
    send: (merchantId, topics) => outbox.add(merchantId, topics),
    close: async () => {
      closed = true
      clearTimeout(retry)
      await opening
      await outbox.flush()
      const last = client
      client = undefined
      await last?.end()
    },
  }
}
