import { access, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Logger } from '../../logger'
import { type EmbeddedPostgres, ownerUrl, startEmbeddedPostgres } from './embedded-postgres'
import { findPostmaster } from './postmaster-file'

/**
 * The embedded database beside a server that may be using it: joined when it runs, else started
 * for the time being.
 * @throws Error when there is none in the folder
 */
export async function attachEmbeddedPostgres(
  dataDir: string,
  log: Logger,
): Promise<EmbeddedPostgres> {
  const home = resolve(dataDir)
  const folder = join(home, 'postgres')
  if (!(await isThere(join(folder, 'PG_VERSION')))) {
    throw new Error(`There is no embedded database in ${home}: set DATA_DIR or DATABASE_URL.`)
  }
  const running = await findPostmaster(folder)
  if (running === undefined) return startEmbeddedPostgres(dataDir, log)
  const password = (await readFile(join(home, 'postgres-password'), 'utf8')).trim()
  return { url: ownerUrl(password, running), stop: async () => undefined }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
