import { readdir, readFile } from 'node:fs/promises'

/** Milliseconds of processor time that a process and its children have used; `null` off Linux. */
export async function cpuTime(pid: number): Promise<number | null> {
  const own = await ticks(pid)
  if (own === undefined) return null
  const names = await readdir('/proc')
  const all = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .map(ticks),
  )
  const children = all.filter((other) => other?.parent === pid)
  const sum = children.reduce((total, child) => total + (child?.used ?? 0), own.used + own.waited)
  return sum * MS_PER_TICK
}

/** USER_HZ is 100 on every Linux that Node runs on. */
const MS_PER_TICK = 10

interface Ticks {
  readonly parent: number
  readonly used: number
  /** Of children that have ended. */
  readonly waited: number
}

async function ticks(pid: number): Promise<Ticks | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (stat === undefined) return undefined
  // The name in parentheses may hold anything; what follows does not.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [parent = 0, user = 0, system = 0, waitedUser = 0, waitedSystem = 0] = [
    fields[1],
    fields[11],
    fields[12],
    fields[13],
    fields[14],
  ]
  return { parent, used: user + system, waited: waitedUser + waitedSystem }
}
