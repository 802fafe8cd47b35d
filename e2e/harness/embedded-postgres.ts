import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Stops the PostgreSQL that a killed server left behind in its data folder, if there is one.
 * Resolves when its process is gone.
 */
export async function stopEmbeddedPostgres(dataDir: string): Promise<void> {
  await signalEmbeddedPostgres(dataDir, 'SIGQUIT')
}

/**
 * Sends a signal to the PostgreSQL of a data folder and waits until that process is gone: SIGINT
 * is its fast stop, SIGQUIT its immediate one. A living server starts it again.
 */
export async function signalEmbeddedPostgres(
  dataDir: string,
  signal: NodeJS.Signals,
): Promise<void> {
  const files = await readdir(dataDir, { recursive: true }).catch(() => [])
  const pidFile = files.find((file) => file.endsWith('postmaster.pid'))
  if (pidFile === undefined) return
  const pid = Number((await readFile(join(dataDir, pidFile), 'utf8')).split('\n')[0])
  if (!(await runsIn(pid, dirname(join(dataDir, pidFile))))) return
  process.kill(pid, signal)
  while (isAlive(pid)) await new Promise((next) => setTimeout(next, 20))
}

/** The number in a stale file may by now belong to anyone; only a process of that folder is ours. */
async function runsIn(pid: number, folder: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => folder)
  return command.includes(folder)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
