import { readFileSync } from 'node:fs'

const GENERATIONS = 8
const LOOK_EVERY_MS = 500

interface Process {
  readonly parent: number
  readonly command: string
  /** In ticks since the machine started; tells apart two processes that had one number. */
  readonly born: string
}

/** Undefined when the process is gone (not yet buried counts), or where there is no `/proc`. */
function look(pid: number): Process | undefined {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is a name in brackets that may itself hold brackets and spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z') return undefined
    return { parent: Number(fields[1]), command, born: fields[19] ?? '' }
  } catch {
    return undefined
  }
}

/** The `npx` that this process was started by, through however many shells. */
export function findNpx(start: number = process.ppid): number | undefined {
  let pid = start
  for (let generation = 0; generation < GENERATIONS && pid > 1; generation += 1) {
    const found = look(pid)
    if (found === undefined) return undefined
    if (/^npm exec |\/npx(-cli\.js)? /.test(`${found.command} `)) return pid
    pid = found.parent
  }
  return undefined
}

/**
 * Sends this process SIGTERM when the `npx` above it ends. npx passes no signal on to what it
 * started, so that stopping it would leave everything running behind its back.
 */
export function endWithNpx(): void {
  const npx = findNpx()
  if (npx === undefined) return
  const born = look(npx)?.born
  setInterval(() => {
    if (look(npx)?.born !== born) process.kill(process.pid, 'SIGTERM')
  }, LOOK_EVERY_MS).unref()
}
