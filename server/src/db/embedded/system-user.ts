import { type ChildProcess, execFile, spawn, type SpawnOptions } from 'node:child_process'
import { chmod, chown, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const NAME = 'postgres'
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

interface SystemUser {
  readonly uid: number
  readonly gid: number
}

/** How to start a program as somebody whom PostgreSQL accepts; it refuses to run as root. */
export interface RunAs {
  /** `undefined`: the process's own user. */
  readonly owner: SystemUser | undefined
  /** Put before the program and its arguments; changes the user by itself. */
  readonly prefix: readonly string[]
}

/**
 * The process's own user or, for root, the system user `postgres`, made if need be. Where folders
 * on the way are closed to that user (a checkout below /root), it gets the one capability to pass
 * them and no other.
 * @param folders that the programs must be able to reach
 * @throws Error saying what to do, when that cannot be had
 */
export async function chooseUser(folders: readonly string[]): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { owner: undefined, prefix: [] }
  const owner = (await findUser()) ?? (await makeUser())
  const closed = await Promise.all(folders.map((folder) => isClosed(folder)))
  return { owner, prefix: closed.includes(true) ? await passClosedFolders(owner) : [] }
}

/** Starts a program as that user, in a process group of its own: a Ctrl-C is meant for us alone. */
export function spawnAs(
  { owner, prefix }: RunAs,
  [program, ...args]: readonly [string, ...string[]],
  options: SpawnOptions,
): ChildProcess {
  const [first = program, ...rest] = [...prefix, program, ...args]
  const ids = prefix.length === 0 && owner !== undefined ? owner : {}
  return spawn(first, rest, { ...options, ...ids, detached: true, env: { PATH, LC_ALL: 'C' } })
}

/** Hands a folder or file over to the user that will run the database, and to nobody else. */
export async function giveTo({ owner }: RunAs, path: string, mode = 0o700): Promise<void> {
  await chmod(path, mode)
  if (owner !== undefined) await chown(path, owner.uid, owner.gid)
}

async function findUser(): Promise<SystemUser | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const found = lines.find(([name]) => name === NAME)
  return found === undefined ? undefined : { uid: Number(found[2]), gid: Number(found[3]) }
}

async function makeUser(): Promise<SystemUser> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', NAME])
  } catch (cause) {
    throw new Error(
      `running as root, and the system user ${NAME} cannot be made: run as another user`,
      { cause },
    )
  }
  const made = await findUser()
  if (made === undefined) throw new Error(`the system user ${NAME} is missing after it was made`)
  return made
}

/** Whether somebody else is kept from passing this folder or one above it. */
async function isClosed(folder: string): Promise<boolean> {
  const { mode } = await stat(folder)
  if ((mode & 0o001) === 0) return true
  const parent = dirname(folder)
  return parent === folder ? false : isClosed(parent)
}

async function passClosedFolders({ uid, gid }: SystemUser): Promise<string[]> {
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  const capability = '+dac_read_search'
  const prefix = ['setpriv', ...ids, `--inh-caps=${capability}`, `--ambient-caps=${capability}`]
  try {
    await run('setpriv', [...prefix.slice(1), 'true'])
    return prefix
  } catch (cause) {
    throw new Error(
      `the user ${NAME} cannot reach the data folder or the programs: ` +
        'run as another user than root, or from a folder that others may pass',
      { cause },
    )
  }
}
