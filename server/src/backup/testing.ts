import { sql } from 'kysely'
import type { TestServer } from '../merchants/testing'
import { sharedClusterUrl } from '../testing/cluster-broker'

/** The connection string of a test server's own database. */
export async function urlOf({ deps }: Pick<TestServer, 'deps'>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(deps.db)
  const url = new URL(await sharedClusterUrl())
  url.pathname = `/${rows[0]?.name ?? ''}`
  return url.href
}
