import type { Id } from '@counterfoil/domain'
import { type CompiledQuery, type Kysely, sql } from 'kysely'
import { list } from '../../db/list'
import type { Database } from '../../db/schema'
import type { Send } from '../../db/side-by-side'
import { PREPARED } from '../../db/wall/prepared'
import type { Batch } from './batch'
import { type Facts, FEATURES } from './features'
import { ms, type Part, type Scope, scopeOf } from './sql-parts'
import { holders, living, streamColumns } from './stream-facts'

/** The one statement that asks for every fact that a batch needs; put together before the lane. */
export function askFacts(db: Kysely<Database>, batch: Batch): CompiledQuery<Facts> {
  const scope = scopeOf(batch)
  const asked = FEATURES.map((feature) => feature.ask(batch, scope))
  const tables = [...opTables(scope, batch), ...asked.flatMap(({ tables }) => tables)]
  const columns = [
    ...baseColumns(scope),
    ...streamColumns(scope, batch),
    ...opColumns(scope),
    ...asked.flatMap(({ columns }) => columns),
  ]
  return sql<Facts>`${PREPARED}
    with ${sql.join(tables)} select ${sql.join(columns)}`.compile(db)
}

/** What it answers, behind the merchant's lane. */
export async function readFacts(send: Send, question: CompiledQuery<Facts>): Promise<Facts> {
  const [facts] = await send(question)
  if (facts === undefined) throw new Error('a select without a table answers one row')
  return facts
}

/** What a batch asks of the stream, before it is known what any of it means. */
interface Questions {
  readonly ids: readonly Id[]
  /** First and last numbers of the runs without a hole: what came before is not in the batch. */
  readonly run_starts: readonly number[]
  readonly run_ends: readonly number[]
}

function questionsOf({ ops }: Batch): Questions {
  const seqs = [...new Set(ops.flatMap(({ seq }) => (seq === null ? [] : [seq])))]
  return {
    ids: [...new Set(ops.map(({ id }) => id))],
    run_starts: seqs.filter((seq, index) => seqs[index - 1] !== seq - 1),
    run_ends: seqs.filter((seq, index) => seqs[index + 1] !== seq + 1),
  }
}

/**
 * Each key is looked up by itself (`lateral … limit 1`): with a plain `= any(…)` the planner may
 * read every row of the merchant while its statistics are young.
 */
function opTables({ merchant, device, incarnation }: Scope, batch: Batch): Part[] {
  const { ids, run_starts, run_ends } = questionsOf(batch)
  const holding = holders(batch)
  return [
    sql`known as (
      select o.* from unnest(${list('uuid', ids)}) as k (id), lateral (
        select id, content_hash, status, code, flags, detail, occurred_at from operation o
         where o.merchant_id = ${merchant} and o.id = k.id limit 1) as o)`,
    sql`owner as (
      select o.* from unnest(${list('bigint', run_starts)}, ${list('bigint', run_ends)})
          as run (low, high), lateral (
        select seq, id, occurred_at, at is not null as timed from operation o
         where o.merchant_id = ${merchant} and device_id = ${device}::uuid
           and incarnation = ${incarnation}::integer and o.seq >= run.low and o.seq <= run.high
           and ${holding} order by seq limit 500) as o)`,
    sql`before as (
      select start.seq as before, found.seq, found.occurred_at
        from unnest(${list('bigint', run_starts)}) as start (seq), lateral (
          select seq, occurred_at from operation
           where merchant_id = ${merchant} and device_id = ${device}::uuid
             and incarnation = ${incarnation}::integer and seq < start.seq
             and ${holding} and at is not null
           order by seq desc limit 1) as found)`,
  ]
}

function baseColumns({ merchant, device, incarnation, sender }: Scope): Part[] {
  return [
    sql`(select settings from merchant where merchant_id = ${merchant}) as settings`,
    sql`(select incarnation from device where merchant_id = ${merchant} and id = ${sender}::uuid
          and revoked_at is null) as sender_incarnation`,
    sql`(select json_build_object('id', d.id, 'incarnation', d.incarnation, 'jobs', d.jobs,
            'label', d.label,
            'living', ${living(incarnation)},
            'store', json_build_object('id', s.id, 'time_zone', s.time_zone))
          from device d join store s on s.merchant_id = d.merchant_id and s.id = d.store_id
         where d.merchant_id = ${merchant} and d.id = ${device}::uuid) as device`,
  ]
}

function opColumns({ merchant }: Scope): Part[] {
  return [
    sql`(select json_agg(json_build_object('id', id, 'content_hash', content_hash,
            'status', status, 'code', code, 'flags', flags, 'detail', detail,
            'occurred_at', ${ms('occurred_at')})) from known) as known`,
    sql`(select json_agg(json_build_object('op_id', c.op_id, 'content_hash', c.content_hash,
            'occurred_at', ${ms('c.occurred_at')}))
          from operation_conflict c where c.merchant_id = ${merchant}
           and c.op_id = any(array(select id from known))) as conflicts`,
    sql`(select json_agg(json_build_object('seq', seq, 'id', id, 'timed', timed,
            'occurred_at', ${ms('occurred_at')})) from owner) as owners`,
    sql`(select json_agg(json_build_object('before', before, 'seq', seq,
            'occurred_at', ${ms('occurred_at')})) from before) as before`,
  ]
}
