/**
 * Batches over HTTP with proofs, rules on, durable, a tenth of the ops sent again; beside it, in the
 * same run, the rate at which the same rows go bare into a table by `jsonb_to_recordset`.
 */
import { availableParallelism } from 'node:os'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../src/db/schema'
import { type BenchServer, startBenchServer } from './lib/bench-server'
import { type BenchShop, makeShop } from './lib/bench-shop'
import { BenchTablet, type Op } from './lib/bench-tablet'
import { latencyOf, note, report } from './lib/report'

const CARDS = 50_000
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 8)
const BATCHES = (process.env['BENCH_BATCHES'] ?? '1,50,200,500').split(',').map(Number)
const DEVICES = (process.env['BENCH_DEVICES'] ?? '8,32').split(',').map(Number)
/** A tablet may call 600 times a minute, so small batches need more rows to come from. */
const ROWS_PER_DEVICE = 4

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

async function measure(
  server: BenchServer,
  shop: BenchShop,
  devices: number,
  size: number,
): Promise<object> {
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

const columns = sql.raw(`content_hash, store_id, device_id, incarnation, user_id, seq, kind, at,
  offset_ms, sign_on, shown, data, staff_id, card_id, occurred_at, received_at, status, code, flags,
  detail`)

/** The rows of operations alone, one statement a batch, as many writers at once as cores. */
async function bare({ db }: BenchServer['deps'], size: number): Promise<object> {
  await sql`drop table if exists bare`.execute(db)
  await sql`create table bare (like operation including defaults, primary key (merchant_id, id))`.execute(
    db,
  )
  const { rows } = await sql<{ text: string }>`
    select json_agg(o)::text as text from (select * from operation limit ${size}) o`.execute(db)
  const text = rows[0]?.text ?? '[]'
  const until = performance.now() + SECONDS * 500
  const start = performance.now()
  const writer = async (): Promise<number> => {
    let written = 0
    while (performance.now() < until) {
      await sql`
        insert into bare (merchant_id, id, ${columns})
        select merchant_id, gen_random_uuid(), ${columns}
        from jsonb_to_recordset(${text}::jsonb) as r (merchant_id uuid, content_hash text,
          store_id uuid, device_id uuid, incarnation integer, user_id uuid, seq bigint, kind text,
          at text, offset_ms bigint, sign_on uuid, shown jsonb, data jsonb, staff_id uuid,
          card_id uuid, occurred_at timestamptz, received_at timestamptz, status text, code text,
          flags text[], detail jsonb)`.execute(db)
      written += size
    }
    return written
  }
  const counts = await Promise.all(Array.from({ length: availableParallelism() }, writer))
  const written = counts.reduce((sum, count) => sum + count, 0)
  const seconds = (performance.now() - start) / 1000
  await sql`drop table bare`.execute(db)
  return { batch: size, rows_per_second: Math.round(written / seconds) }
}

const server = await startBenchServer()
try {
  note('making the shop …')
  const shop = await makeShop(server.deps, CARDS)
  const ingest: object[] = []
  for (const devices of DEVICES) {
    for (const size of BATCHES) ingest.push(await measure(server, shop, devices, size))
  }
  const baseline: object[] = []
  for (const size of BATCHES) baseline.push(await bare(server.deps, size))
  report('ingest', { ingest, bare_insert: baseline })
} finally {
  await server.stop()
}
