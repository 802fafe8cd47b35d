import type { Kysely } from 'kysely'
import { readToolConfig, type ToolConfig } from '../config'
import { openDatabase } from '../db/database'
import { attachEmbeddedPostgres } from '../db/embedded/attach'
import { requireSchema, workingRole } from '../db/migrate'
import type { Database } from '../db/schema'
import { acrossMerchants } from '../db/wall/merchant-scope'
import { createLogger } from '../logger'
import type { Surroundings } from './command'

const log = createLogger('silent')

/**
 * Opens the database that the environment names, for as long as the work takes.
 * @param openEmbedded joins or starts the embedded one; does not make one unless told otherwise
 */
export async function withUrl<T>(
  { env, stopping }: Surroundings,
  work: (url: string, config: ToolConfig) => Promise<T>,
  openEmbedded: typeof attachEmbeddedPostgres = attachEmbeddedPostgres,
): Promise<T> {
  const config = readToolConfig(env)
  const { dataDir, databaseUrl } = config
  const postgres =
    databaseUrl === undefined
      ? await openEmbedded(dataDir, log)
      : { url: databaseUrl, stop: async () => undefined }
  try {
    stopping.throwIfAborted()
    return await Promise.race([work(postgres.url, config), givenUp(stopping)])
  } finally {
    await postgres.stop()
  }
}

/** The same as the server sees it, across merchants; its schema must be this version's. */
export function withDatabase<T>(
  around: Surroundings,
  work: (db: Kysely<Database>) => Promise<T>,
): Promise<T> {
  return withUrl(around, async (connectionString) => {
    const role = await workingRole(connectionString)
    const db = openDatabase({ connectionString, max: 2, role, log, name: 'counterfoil-cli' })
    try {
      await requireSchema(db)
      return await work(acrossMerchants(db))
    } finally {
      await db.destroy()
    }
  })
}

function givenUp(stopping: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    stopping.addEventListener('abort', () => reject(new Error('Stopped.')), { once: true })
  })
}
