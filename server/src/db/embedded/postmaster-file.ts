import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface RunningPostmaster {
  readonly pid: number
  readonly port: number
  /** Folder of its socket; empty where there is none. */
  readonly socket: string
}

/**
 * The PostgreSQL that runs in this folder, by its `postmaster.pid`. After a crash the file may name
 * a process that is gone, or a number that somebody else's process has by now.
 */
export async function findPostmaster(folder: string): Promise<RunningPostmaster | undefined> {
  const lines = await readLines(join(folder, 'postmaster.pid'))
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return (await isAlive(pid)) && (await runsIn(pid, folder))
    ? { pid, port, socket: lines[4] ?? '' }
    : undefined
}

/** Whether a process runs; one that has ended and that nobody has collected yet does not. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // It is there, and not ours to signal.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  const [status = ''] = await readLines(`/proc/${pid}/stat`)
  return !/\) Z /.test(status)
}

async function runsIn(pid: number, folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return true
  const [command = ''] = await readLines(`/proc/${pid}/cmdline`)
  return command.split('\0').includes(folder)
}

/** Nothing for a file, or a process behind it, that is gone. */
async function readLines(path: string): Promise<string[]> {
  try {
    return (await readFile(path, 'utf8')).split('\n')
  } catch (error) {
    if (isGone(error)) return []
    throw error
  }
}

/** Whether an error says that a file or a process is not there, or no more. */
export function isGone(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  return error.code === 'ENOENT' || error.code === 'ESRCH'
}
