import { spawn, type ChildProcess } from 'node:child_process'
import { ROOT } from './repository'

export interface Outcome {
  /** Exit code; 1 when a signal ended the process or it could not be started. */
  readonly code: number
  /** Standard output and standard error as they came. */
  readonly output: string
}

export interface RunOptions {
  /** Default: the repository. */
  readonly cwd?: string
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>
}

const running = new Set<ChildProcess>()

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function passOn(signal: NodeJS.Signals): never {
  for (const child of running) child.kill(signal)
  process.exit(130)
}

/** Signals are ours only while a child runs; after that whoever comes next may want them. */
function keep(child: ChildProcess): () => void {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, passOn)
  running.add(child)
  return () => {
    running.delete(child)
    if (running.size === 0) for (const signal of SIGNALS) process.off(signal, passOn)
  }
}

/** Runs a command to its end and keeps what it says. Never rejects. */
export function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Outcome> {
  const { promise, resolve } = withResolvers<Outcome>()
  const child = spawn(command, args, {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const release = keep(child)
  const chunks: Buffer[] = []
  const finish = (code: number): void => {
    release()
    resolve({ code, output: Buffer.concat(chunks).toString() })
  }
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.on('error', (error) => {
    chunks.push(Buffer.from(String(error)))
    finish(1)
  })
  child.on('close', (code) => finish(code ?? 1))
  return promise
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

/** Runs `work` over `items`, at most `width` at a time; the results keep the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const queue = items.entries()
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: width }, worker))
  return results
}

/** Seconds since `start` (a `performance.now()`), for people: `12.3 s`. */
export function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`
}
