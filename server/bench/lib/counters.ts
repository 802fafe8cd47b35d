import { type RawBuilder, sql } from 'kysely'
import type { BenchServer } from './bench-server'
import { note } from './report'

/** Running totals; `null` where nobody counts. Times are milliseconds of processor time. */
export interface Counters {
  readonly statements: number | null
  readonly commits: number | null
  /** Counted by PostgreSQL 18 and later. */
  readonly fsyncs: number | null
  readonly wal_bytes: number | null
  readonly server_ms: number | null
  readonly postgres_ms: number | null
  /** This very process: what the load itself costs of the machine. */
  readonly load_ms: number | null
}

export async function readCounters(server: BenchServer): Promise<Counters> {
  const one = async (query: RawBuilder<{ total: number | null }>): Promise<number | null> => {
    const answer = await query.execute(server.owner).catch(() => undefined)
    const total = answer?.rows[0]?.total
    return total === undefined || total === null ? null : total
  }
  const { user, system } = process.cpuUsage()
  const cpu = await server.cpu()
  return {
    statements: await one(sql`select sum(calls) as total from pg_stat_statements`),
    commits: await one(sql`
      select xact_commit as total from pg_stat_database where datname = current_database()`),
    fsyncs: await one(sql`select sum(fsyncs) as total from pg_stat_io where object = 'wal'`),
    wal_bytes: await one(sql`select pg_current_wal_lsn() - '0/0' as total`),
    server_ms: cpu.server,
    postgres_ms: cpu.postgres,
    load_ms: (user + system) / 1000,
  }
}

/** The dearest statements so far, one a line, for whoever looks for what to make cheaper. */
export async function noteStatements({ owner }: BenchServer): Promise<void> {
  const { rows } = await sql<{ line: string }>`
    select format('%s ms = %s × (%s plan + %s run)  %s', round(total_exec_time + total_plan_time),
        calls, round(mean_plan_time::numeric, 2), round(mean_exec_time::numeric, 2),
        left(regexp_replace(query, '[[:space:]]+', ' ', 'g'), 100)) as line
      from pg_stat_statements order by total_exec_time + total_plan_time desc limit 12`
    .execute(owner)
    .catch(() => ({ rows: [] }))
  for (const { line } of rows) note(line)
}
