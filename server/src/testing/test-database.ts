import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { sharedClusterUrl, templateName } from './cluster-broker'

export interface TestDatabase {
  /** Superuser connection string of the new, migrated database. */
  readonly url: string
  /** Drops the database, cutting off whoever is still connected. */
  drop(): Promise<void>
}

/** Brings an empty database, given by its connection string, to the current schema. */
export type Migrate = (url: string) => Promise<void>

/**
 * One database for one test file, on the run's shared PostgreSQL, cloned in some 30 ms from a
 * template that `migrate` filled once per run.
 *
 * ```ts
 * const database = await createTestDatabase(migrateDatabase)
 * const pool = new Pool({ connectionString: database.url })
 * afterAll(async () => { await pool.end(); await database.drop() })
 * ```
 *
 * `migrate` must close every connection it opened before it resolves: a template that someone is
 * connected to cannot be cloned. Files that need another start (demo data, an old schema) pass
 * another `template` name with their own `migrate`.
 */
export async function createTestDatabase(
  migrate: Migrate,
  template = 'migrated',
): Promise<TestDatabase> {
  const cluster = await sharedClusterUrl()
  const name = `test_${randomBytes(8).toString('hex')}`
  await withClient(cluster, async (client) => {
    const source = await ensureTemplate(client, cluster, template, migrate)
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${source} STRATEGY FILE_COPY`)
  })
  return { url: databaseUrl(cluster, name), drop: () => dropDatabase(cluster, name) }
}

/** An empty database of the shared cluster, for a test that migrates by itself. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const cluster = await sharedClusterUrl()
  const name = `test_${randomBytes(8).toString('hex')}`
  await withClient(cluster, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0`))
  return { url: databaseUrl(cluster, name), drop: () => dropDatabase(cluster, name) }
}

async function ensureTemplate(
  client: Client,
  cluster: string,
  template: string,
  migrate: Migrate,
): Promise<string> {
  const name = templateName(template)
  // One worker builds the template, the others wait here; the lock falls with the connection.
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [name])
  const found = await client.query(
    `SELECT 1 FROM pg_database WHERE datname = $1
        AND shobj_description(oid, 'pg_database') = 'ready'`,
    [name],
  )
  if (found.rowCount === 0) {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0`)
    await migrate(databaseUrl(cluster, name))
    await client.query(`COMMENT ON DATABASE ${name} IS 'ready'`)
  }
  await client.query('SELECT pg_advisory_unlock(hashtext($1))', [name])
  return name
}

async function dropDatabase(cluster: string, name: string): Promise<void> {
  await withClient(cluster, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  )
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

function databaseUrl(cluster: string, name: string): string {
  const url = new URL(cluster)
  url.pathname = `/${name}`
  return url.href
}
