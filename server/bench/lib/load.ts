/** Many tablets at once pushing batches for a while, over HTTP with proofs. */
import type { BenchServer } from './bench-server'
import type { BenchShop } from './bench-shop'
import { BenchTablet, type Op } from './bench-tablet'
import { type Counters, readCounters } from './counters'
import { type Latency, latencyOf, note } from './report'

export const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 8)
/** A server that has just started runs its code unoptimised: that is nobody's usual day. */
const WARM_SECONDS = Number(process.env['BENCH_WARM_SECONDS'] ?? 3)
/** A tablet may call 600 times a minute, so small batches need more rows to come from. */
const ROWS_PER_DEVICE = 4

/** More than any machine so far took. */
const MOST_PER_SECOND = 10_000

/**
 * Cards that so many measurements need so that no card comes twice: a second stamp within its
 * cooldown would be refused, and a refusal costs other work. `BENCH_CARDS` says another number.
 */
export function cardsFor(measurements: number): number {
  const usual = measurements * (WARM_SECONDS + SECONDS) * MOST_PER_SECOND
  return Number(process.env['BENCH_CARDS'] ?? usual)
}

/** One measurement; rates are per second, costs per operation. */
export interface Measured {
  readonly devices: number
  readonly batch: number
  readonly ops_per_second: number
  readonly accepted_share: number
  readonly batch_ms: Latency
  /** What PostgreSQL counted and what processors did; `null` where nobody counts it. */
  readonly per_op: { readonly [name in keyof Counters]: number | null }
}

/** Pushes batches from one device after another until the time is over. */
async function load(
  tablets: readonly BenchTablet[],
  size: number,
  until: number,
): Promise<{ readonly ops: number; readonly accepted: number; readonly samples: number[] }> {
  const samples: number[] = []
  const sent: Op[][] = tablets.map(() => [])
  let [ops, accepted] = [0, 0]
  for (let n = 0; performance.now() < until; n += 1) {
    const which = n % tablets.length
    const tablet = tablets[which]
    if (tablet === undefined) break
    const again = size === 1 && n % 10 === 9 ? 1 : Math.floor(size / 10)
    const repeats = (sent[which] ?? []).slice(0, again)
    const fresh = Array.from({ length: size - repeats.length }, () => tablet.stamp())
    const start = performance.now()
    const { verdicts } = await tablet.push([...repeats, ...fresh])
    samples.push(performance.now() - start)
    ops += verdicts.length
    accepted += verdicts.filter(({ status }) => status === 'accepted').length
    if (fresh.length > 0) sent[which] = fresh
  }
  return { ops, accepted, samples }
}

interface Run {
  readonly seconds: number
  readonly ops: number
  readonly accepted: number
  readonly samples: readonly number[]
}

async function run(
  fleets: readonly (readonly BenchTablet[])[],
  size: number,
  wanted: number,
): Promise<Run> {
  const start = performance.now()
  const until = start + wanted * 1000
  const runs = await Promise.all(fleets.map((fleet) => load(fleet, size, until)))
  return {
    seconds: (performance.now() - start) / 1000,
    ops: runs.reduce((sum, one) => sum + one.ops, 0),
    accepted: runs.reduce((sum, one) => sum + one.accepted, 0),
    samples: runs.flatMap((one) => one.samples),
  }
}

/** Pushes batches of `size` from `devices` tablets for {@link SECONDS}, a tenth of them again. */
export async function measure(
  server: BenchServer,
  shop: BenchShop,
  devices: number,
  size: number,
): Promise<Measured> {
  const fleets: BenchTablet[][] = []
  for (let device = 0; device < devices; device += 1) {
    const fleet: BenchTablet[] = []
    for (let row = 0; row < ROWS_PER_DEVICE; row += 1)
      fleet.push(await BenchTablet.make(server, shop))
    fleets.push(fleet)
  }
  await Promise.all(fleets.flat().map((tablet) => tablet.signOn()))
  await run(fleets, size, WARM_SECONDS)
  const before = await readCounters(server)
  const { seconds, samples, ops, accepted } = await run(fleets, size, SECONDS)
  const after = await readCounters(server)
  const perOp = (name: keyof Counters): number | null => {
    const [from, to] = [before[name], after[name]]
    return from === null || to === null ? null : Math.round(((to - from) / ops) * 10_000) / 10_000
  }
  const result = {
    devices,
    batch: size,
    ops_per_second: Math.round(ops / seconds),
    accepted_share: Math.round((accepted / ops) * 100) / 100,
    batch_ms: latencyOf(samples),
    per_op: {
      statements: perOp('statements'),
      commits: perOp('commits'),
      fsyncs: perOp('fsyncs'),
      wal_bytes: perOp('wal_bytes'),
      server_ms: perOp('server_ms'),
      postgres_ms: perOp('postgres_ms'),
      load_ms: perOp('load_ms'),
    },
  }
  note(JSON.stringify(result))
  return result
}
