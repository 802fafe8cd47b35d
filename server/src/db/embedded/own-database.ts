import { Client } from 'pg'

/** Role that owns the product's database, and the database's name. */
export const OWNER = 'counterfoil'

/** Makes the product's role and database if they are not there; safe to be cut off anywhere. */
export async function ensureDatabase(superuserUrl: string, password: string): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [OWNER])
    if (role.rowCount === 0) {
      const literal = client.escapeLiteral(password)
      await client.query(`create role ${OWNER} login password ${literal}`)
    }
    const database = await client.query('select 1 from pg_database where datname = $1', [OWNER])
    if (database.rowCount === 0) {
      await client.query(`create database ${OWNER} owner ${OWNER} template template0`)
    }
  })
}

/** Connections that servers of ours hold; 0 as well when nothing answers. */
export async function countClients(superuserUrl: string): Promise<number> {
  try {
    return await withClient(superuserUrl, async (client) => {
      const { rows } = await client.query<{ count: string }>(
        'select count(*) from pg_stat_activity where usename = $1',
        [OWNER],
      )
      return Number(rows[0]?.count ?? 0)
    })
  } catch {
    return 0
  }
}

async function withClient<T>(
  connectionString: string,
  use: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5000 })
  // The statement that was running fails as well; unheard, this event would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
