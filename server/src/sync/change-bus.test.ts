import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createLogger } from '../logger'
import { createEmptyDatabase, type TestDatabase } from '../testing/test-database'
import { type ChangeBus, createChangeBus } from './change-bus'
import { isHeard } from './is-heard'
import { type Topic, TOPICS } from './topics'

const MERCHANT = '01931f6e-7c00-7000-8000-000000000001'
const OTHER = '01931f6e-7c00-7000-8000-000000000002'

let database: TestDatabase
let nodes: ChangeBus[] = []
beforeAll(async () => {
  database = await createEmptyDatabase()
})
afterEach(async () => {
  await Promise.all(nodes.map((node) => node.close()))
  nodes = []
})
afterAll(() => database.drop())

function node(): ChangeBus {
  const log = createLogger('silent')
  const bus = createChangeBus({ connectionString: database.url, log })
  nodes.push(bus)
  return bus
}

async function withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Until so many nodes listen. */
function listening(count: number): Promise<void> {
  return withClient((client) =>
    vi.waitFor(
      async () => {
        const { rows } = await client.query<{ pid: number }>(
          `select pid from pg_stat_activity where datname = current_database()
            and application_name = 'counterfoil-hints' and query ilike 'listen%'`,
        )
        expect(rows).toHaveLength(count)
      },
      { timeout: 15_000, interval: 20 },
    ),
  )
}

test('a hint reaches this node at once and the other soon, each merchant its own', async () => {
  const [one, two] = [node(), node()]
  await listening(2)
  const [here, there, elsewhere] = [
    vi.fn<(topics: readonly Topic[]) => void>(),
    vi.fn<(topics: readonly Topic[]) => void>(),
    vi.fn<(topics: readonly Topic[]) => void>(),
  ]
  one.subscribe(MERCHANT, here)
  two.subscribe(MERCHANT, there)
  two.subscribe(OTHER, elsewhere)
  one.notify(MERCHANT, ['feed'])
  expect(here.mock.calls).toEqual([[['feed']]])
  one.notify(MERCHANT, ['feed', 'cards'])
  await vi.waitFor(() => expect(there).toHaveBeenCalled(), { timeout: 10_000 })
  // Hints of a burst travel together, and none comes back to where it was made.
  expect(there.mock.calls).toEqual([[['feed', 'cards']]])
  expect(here).toHaveBeenCalledTimes(2)
  expect(elsewhere).not.toHaveBeenCalled()
})

test('a connection that breaks is made again, and whatever was missed is made up for', async () => {
  const [one, two] = [node(), node()]
  await listening(2)
  const there = vi.fn<(topics: readonly Topic[]) => void>()
  two.subscribe(MERCHANT, there)
  await withClient((client) =>
    client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'counterfoil-hints'`,
    ),
  )
  await vi.waitFor(() => expect(there).toHaveBeenCalledWith(TOPICS), { timeout: 15_000 })
  await listening(2)
  there.mockClear()
  one.notify(MERCHANT, ['staff'])
  await vi.waitFor(() => expect(there).toHaveBeenCalledWith(['staff']), { timeout: 10_000 })
})

test('a message of no known form is passed over', async () => {
  const bus = node()
  await listening(1)
  const heard = vi.fn<(topics: readonly Topic[]) => void>()
  bus.subscribe(MERCHANT, heard)
  await withClient(async (client) => {
    for (const payload of ['', '{', '{"node":1}', '{"node":"x","merchants":[["m",["new"]]]}']) {
      await client.query('select pg_notify($1, $2)', ['counterfoil_hint', payload])
    }
    const good = JSON.stringify({ node: 'x', merchants: [[MERCHANT, ['cards']]] })
    await client.query('select pg_notify($1, $2)', ['counterfoil_hint', good])
  })
  await vi.waitFor(() => expect(heard).toHaveBeenCalled(), { timeout: 10_000 })
  expect(heard.mock.calls).toEqual([[['cards']]])
})

test('whether a connection hears what others say: through a transaction pooler none does', async () => {
  await withClient(async (listener) => {
    const say = (word: string) =>
      withClient((other) => other.query("select pg_notify('talk', $1)", [word]))
    // To whoever asked to listen through a pooler it is as if nobody had.
    expect(await isHeard(listener, say, 20)).toBe(false)
    await listener.query('listen talk')
    expect(await isHeard(listener, say, 10_000)).toBe(true)
    expect(listener.listenerCount('notification')).toBe(0)
  })
})
