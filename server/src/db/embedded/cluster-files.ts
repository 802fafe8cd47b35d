import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Binaries } from './binaries'
import { giveTo, type RunAs, spawnAs } from './system-user'

/** PostgreSQL's own superuser in the embedded cluster. */
export const SUPERUSER = 'postgres'
/** Major version of the programs that come with the package. */
const MAJOR = '18'
/** Upper and lower case of every language, without asking what the machine has installed. */
const LOCALE = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']

/**
 * Makes the cluster if it is not there. It is made under another name and renamed when complete:
 * a start that is killed half-way leaves nothing that looks finished.
 * @throws Error when the folder belongs to another major version
 */
export async function ensureCluster(
  folder: string,
  binaries: Binaries,
  runAs: RunAs,
  password: string,
): Promise<void> {
  const version = await versionOf(folder)
  if (version === MAJOR) return
  if (version !== undefined) {
    throw new Error(`${folder} was made by PostgreSQL ${version}, this server brings ${MAJOR}`)
  }
  const draft = `${folder}.new`
  await rm(draft, { recursive: true, force: true })
  await mkdir(join(draft, 'data'), { recursive: true })
  await giveTo(runAs, join(draft, 'data'))
  const passwordFile = join(draft, 'password')
  await writeFile(passwordFile, password, { mode: 0o600 })
  await giveTo(runAs, passwordFile, 0o600)
  await giveTo(runAs, draft)
  await initialise(join(draft, 'data'), passwordFile, binaries, runAs)
  await rename(join(draft, 'data'), folder)
  await rm(draft, { recursive: true })
}

async function versionOf(folder: string): Promise<string | undefined> {
  try {
    return (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

async function initialise(
  data: string,
  passwordFile: string,
  { initdb }: Binaries,
  runAs: RunAs,
): Promise<void> {
  const settings = ['--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions', ...LOCALE]
  const where = [`--pgdata=${data}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`]
  const child = spawnAs(runAs, [initdb, ...where, ...settings], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`the database could not be made:\n${output.join('')}`)
}
