import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus, loadavg } from 'node:os'

export interface Latency {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

/** Of milliseconds, rounded to hundredths. */
export function latencyOf(samples: readonly number[]): Latency {
  const sorted = samples.toSorted((a, b) => a - b)
  const at = (share: number): number => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
    return Math.round(value * 100) / 100
  }
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

/** Prints one JSON document: what was measured, of which commit, on what. */
export function report(name: string, results: unknown): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const machine = {
    // Above the number of cores, something else was running too.
    load: loadavg()[0]?.toFixed(1),
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? '',
    node: process.version,
  }
  process.stdout.write(`${JSON.stringify({ name, commit, machine, results }, null, 2)}\n`)
}

export function note(line: string): void {
  process.stderr.write(`${line}\n`)
}
