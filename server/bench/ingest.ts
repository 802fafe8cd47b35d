/**
 * Batches over HTTP with proofs, rules on, durable, a tenth of the ops sent again; beside it, in the
 * same run, the rate at which the same rows go bare into a table by `jsonb_to_recordset`.
 */
import { availableParallelism } from 'node:os'
import { sql } from 'kysely'
import { type BenchServer, startBenchServer } from './lib/bench-server'
import { makeShop } from './lib/bench-shop'
import { noteStatements } from './lib/counters'
import { measure, type Measured, SECONDS } from './lib/load'
import { note, report } from './lib/report'

const CARDS = 50_000
const BATCHES = (process.env['BENCH_BATCHES'] ?? '1,50,200,500').split(',').map(Number)
const DEVICES = (process.env['BENCH_DEVICES'] ?? '8,32').split(',').map(Number)

const columns = sql.raw(`content_hash, store_id, device_id, incarnation, user_id, seq, kind, at,
  offset_ms, sign_on, shown, data, staff_id, card_id, occurred_at, received_at, status, code, flags,
  detail`)

interface Bare {
  readonly batch: number
  readonly rows_per_second: number
}

/** The rows of operations alone, one statement a batch, as many writers at once as cores. */
async function bare({ owner: db }: BenchServer, size: number): Promise<Bare> {
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
  const shop = await makeShop(server, CARDS)
  const ingest: Measured[] = []
  for (const devices of DEVICES) {
    for (const size of BATCHES) ingest.push(await measure(server, shop, devices, size))
  }
  const bares: Bare[] = []
  for (const size of BATCHES) bares.push(await bare(server, size))
  await noteStatements(server)
  const shares = ingest.map(({ devices, batch, ops_per_second }) => {
    const rows = bares.find((one) => one.batch === batch)?.rows_per_second ?? 0
    return { devices, batch, share: Math.round((ops_per_second / rows) * 1000) / 1000 }
  })
  report('ingest', { ingest, bare_insert: bares, of_bare_insert: shares })
} finally {
  await server.stop()
}
