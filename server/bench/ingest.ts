/**
 * Batches over HTTP with proofs, rules on, durable, a tenth of the ops sent again; beside it, in the
 * same run, the rate at which the same rows go bare into tables by `jsonb_to_recordset`, told twice:
 * the rows of operations alone, and each with the row of its ledger entry. An accepted operation
 * stores both, and more (its effect, the card, the feed), so the second is nearer to the same rows;
 * the first is the harder measure. Neither table has an index beside its primary key.
 */
import { availableParallelism } from 'node:os'
import { sql } from 'kysely'
import { type BenchServer, startBenchServer } from './lib/bench-server'
import { makeShop } from './lib/bench-shop'
import { noteStatements } from './lib/counters'
import { cardsFor, measure, type Measured, SECONDS } from './lib/load'
import { note, report } from './lib/report'

const BATCHES = (process.env['BENCH_BATCHES'] ?? '1,50,200,500').split(',').map(Number)
const DEVICES = (process.env['BENCH_DEVICES'] ?? '8,32').split(',').map(Number)

/** Columns that a row brings along, with their types; the merchant's id is the statement's. */
const OPERATION = `content_hash text, store_id uuid, device_id uuid, incarnation integer,
  user_id uuid, seq bigint, kind text, at text, offset_ms bigint, sign_on uuid, shown jsonb,
  data jsonb, staff_id uuid, card_id uuid, occurred_at timestamptz, received_at timestamptz,
  status text, code text, flags text[], detail jsonb`
const ENTRY = `id uuid, body jsonb, prev_hash text, hash text, op_id uuid, review_id uuid, kind text,
  status text, occurred_at timestamptz, recorded_at timestamptz, store_id uuid, device_id uuid,
  staff_id uuid, card_id uuid`

const namesOf = (columns: string): string =>
  columns
    .split(',')
    .map((column) => column.trim().split(' ')[0])
    .join(', ')

interface Bare {
  readonly batch: number
  readonly rows_per_second: number
  /** Operations, each with the row of its ledger entry. */
  readonly pairs_per_second: number
}

async function storedRows(db: BenchServer['owner'], table: string, size: number): Promise<string> {
  const { rows } = await sql<{ text: string | null }>`
    select json_agg(o)::text as text
      from (select * from ${sql.ref(table)} limit ${size}) as o`.execute(db)
  return rows[0]?.text ?? '[]'
}

/** One statement a batch, as many writers at once as cores. @returns operations a second */
async function bare({ owner: db }: BenchServer, size: number, pairs: boolean): Promise<number> {
  for (const [table, key] of [['operation', 'id'] as const, ['ledger_entry', 'n'] as const]) {
    const name = sql.ref(`bare_${table}`)
    await sql`drop table if exists ${name}`.execute(db)
    await sql`create table ${name} (like ${sql.ref(table)} including defaults,
      primary key (merchant_id, ${sql.ref(key)}))`.execute(db)
  }
  const operations = await storedRows(db, 'operation', size)
  const entries = await storedRows(db, 'ledger_entry', size)
  let n = 0
  const insertEntries = () => sql`, entries as (
    insert into bare_ledger_entry (merchant_id, n, ${sql.raw(namesOf(ENTRY))})
    select merchant_id, ${(n += size)}::bigint + row_number() over (), ${sql.raw(namesOf(ENTRY))}
      from jsonb_to_recordset(${entries}::jsonb) as r (merchant_id uuid, ${sql.raw(ENTRY)}))`
  const start = performance.now()
  const writer = async (): Promise<number> => {
    let written = 0
    while (performance.now() - start < SECONDS * 500) {
      await sql`with operations as (
        insert into bare_operation (merchant_id, id, ${sql.raw(namesOf(OPERATION))})
        select merchant_id, gen_random_uuid(), ${sql.raw(namesOf(OPERATION))}
          from jsonb_to_recordset(${operations}::jsonb)
            as r (merchant_id uuid, ${sql.raw(OPERATION)}))
        ${pairs ? insertEntries() : sql``} select`.execute(db)
      written += size
    }
    return written
  }
  const counts = await Promise.all(Array.from({ length: availableParallelism() }, writer))
  const seconds = (performance.now() - start) / 1000
  return Math.round(counts.reduce((sum, count) => sum + count, 0) / seconds)
}

const server = await startBenchServer()
try {
  note('making the shop …')
  const shop = await makeShop(server, cardsFor(DEVICES.length * BATCHES.length))
  const ingest: Measured[] = []
  for (const devices of DEVICES) {
    for (const size of BATCHES) ingest.push(await measure(server, shop, devices, size))
  }
  const bares: Bare[] = []
  for (const batch of BATCHES) {
    const rows_per_second = await bare(server, batch, false)
    bares.push({ batch, rows_per_second, pairs_per_second: await bare(server, batch, true) })
  }
  await noteStatements(server)
  const shares = ingest.map(({ devices, batch, ops_per_second }) => {
    const beside = bares.find((one) => one.batch === batch)
    const share = (bareRate = 0) => Math.round((ops_per_second / bareRate) * 1000) / 1000
    const ofPairs = share(beside?.pairs_per_second)
    return { devices, batch, share: share(beside?.rows_per_second), share_of_pairs: ofPairs }
  })
  report('ingest', { ingest, bare_insert: bares, of_bare_insert: shares })
} finally {
  await server.stop()
}
