import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, connect } from 'node:net'
import { Client } from 'pg'
import { startPostgresCluster, type PostgresCluster } from './postgres-cluster'

/** Where a test worker asks for the run's cluster; set by the broker, inherited by the workers. */
const BROKER_VARIABLE = 'COUNTERFOIL_TEST_CLUSTER_PORT'
const RUN_VARIABLE = 'COUNTERFOIL_TEST_RUN'

export interface ClusterBroker {
  /** Stops the cluster, if anyone ever asked for one. */
  close(): Promise<void>
}

/**
 * Serves one PostgreSQL cluster to all workers of a test run, started when the first one asks.
 * Called in a runner's global set-up, before the workers are made; a second call in the same run
 * joins the first.
 */
export async function openClusterBroker(): Promise<ClusterBroker> {
  if (process.env[BROKER_VARIABLE] !== undefined) return { close: async () => undefined }
  let cluster: Promise<PostgresCluster> | undefined
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    cluster ??= startPostgresCluster({ durable: false })
    cluster.then(
      ({ url }) => socket.end(JSON.stringify({ url })),
      (error: unknown) => socket.end(JSON.stringify({ error: String(error) })),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the broker has no port')
  process.env[BROKER_VARIABLE] = String(address.port)
  process.env[RUN_VARIABLE] = randomBytes(8).toString('hex')
  return {
    close: async () => {
      const started = await cluster
      if (started !== undefined) await dropTemplates(started.url)
      delete process.env[BROKER_VARIABLE]
      delete process.env[RUN_VARIABLE]
      server.close()
      await started?.stop()
    },
  }
}

/** Sixteen random hex digits that all workers of a run share; tells runs on one server apart. */
export function testRun(): string {
  const run = process.env[RUN_VARIABLE]
  if (run === undefined) throw new Error('no cluster broker: is the global set-up configured?')
  return run
}

/** Name of a template database of this run. */
export function templateName(template: string): string {
  return `template_${testRun()}_${template.replaceAll(/[^a-z0-9]/g, '_')}`
}

/** A server given by `TEST_DATABASE_URL` outlives the run; its templates must not. */
async function dropTemplates(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ datname: string }>(
      `SELECT datname FROM pg_database WHERE starts_with(datname, $1)`,
      [`template_${testRun()}_`],
    )
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`)
  } finally {
    await client.end()
  }
}

/** The maintenance URL of the run's shared cluster; starts it if this is the first call of the run. */
export async function sharedClusterUrl(): Promise<string> {
  const port = process.env[BROKER_VARIABLE]
  if (port === undefined) throw new Error('no cluster broker: is the global set-up configured?')
  const socket = connect(Number(port), '127.0.0.1')
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk as Buffer)
  const answer = JSON.parse(Buffer.concat(chunks).toString()) as { url?: string; error?: string }
  if (answer.url === undefined) throw new Error(answer.error ?? 'the cluster broker gave no answer')
  return answer.url
}
