/** Many tablets at once pushing batches for a while, over HTTP with proofs. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../src/db/schema'
import type { BenchServer } from './bench-server'
import type { BenchShop } from './bench-shop'
import { BenchTablet, type Op } from './bench-tablet'
import { type Latency, latencyOf, note } from './report'

export const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 8)
/** A tablet may call 600 times a minute, so small batches need more rows to come from. */
const ROWS_PER_DEVICE = 4

/** One measurement; rates are per second, costs per operation. */
export interface Measured {
  readonly devices: number
  readonly batch: number
  readonly ops_per_second: number
  readonly accepted_share: number
  readonly batch_ms: Latency
  readonly commits_per_op: number
  /** `null` where PostgreSQL does not count them (before 18). */
  readonly fsyncs_per_op: number | null
  readonly cpu_ms_per_op: { readonly server: number | null; readonly postgres: number | null }
}

interface Counters {
  readonly commits: number
  readonly fsyncs: number | null
}

async function counters(db: Kysely<Database>): Promise<Counters> {
  const { rows } = await sql<{ commits: number }>`
    select xact_commit as commits from pg_stat_database where datname = current_database()`.execute(
    db,
  )
  const wal = await sql<{ fsyncs: number }>`
    select sum(fsyncs)::bigint as fsyncs from pg_stat_io where object = 'wal'`
    .execute(db)
    .catch(() => undefined)
  return { commits: rows[0]?.commits ?? 0, fsyncs: wal?.rows[0]?.fsyncs ?? null }
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
  const before = { ...(await counters(server.deps.db)), ...(await server.cpu()) }
  const start = performance.now()
  const until = start + SECONDS * 1000
  const runs = await Promise.all(fleets.map((fleet) => load(fleet, size, until)))
  const seconds = (performance.now() - start) / 1000
  const after = { ...(await counters(server.deps.db)), ...(await server.cpu()) }
  const ops = runs.reduce((sum, run) => sum + run.ops, 0)
  const accepted = runs.reduce((sum, run) => sum + run.accepted, 0)
  const perOp = (count: number): number => Math.round((count / ops) * 10_000) / 10_000
  const used = (name: 'fsyncs' | 'server' | 'postgres'): number | null => {
    const [from, to] = [before[name], after[name]]
    return from === null || to === null ? null : perOp(to - from)
  }
  const result = {
    devices,
    batch: size,
    ops_per_second: Math.round(ops / seconds),
    accepted_share: Math.round((accepted / ops) * 100) / 100,
    batch_ms: latencyOf(runs.flatMap((run) => run.samples)),
    commits_per_op: perOp(after.commits - before.commits),
    fsyncs_per_op: used('fsyncs'),
    cpu_ms_per_op: { server: used('server'), postgres: used('postgres') },
  }
  note(JSON.stringify(result))
  return result
}
