import type { Id, SeqState } from '@counterfoil/domain'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { type ListColumn, lists, namesOf } from '../../db/list'
import type { Database } from '../../db/schema'
import type { Send } from '../../db/side-by-side'
import { PREPARED } from '../../db/wall/prepared'
import { insertEntries } from '../append-entries'
import { FED, feedTables } from '../feed'
import type { LaneHead } from '../lane'
import { chainEntries } from '../ledger-chain'
import type { Topic } from '../topics'
import type { Batch } from './batch'
import { storable } from './clock'
import type { Consequences } from './consequences'
import { heartbeat } from './heartbeat'
import { conflictRow, OPERATION_COLUMNS, operationDocuments } from './rows'
import { type Exact, json, type Part, scopeOf, when } from './sql-parts'

export interface Writing {
  readonly batch: Batch
  readonly consequences: Consequences
  readonly head: LaneHead
  /** `undefined` where the stream is not the batch's to move, as in a user's. */
  readonly seqs: SeqState | undefined
}

export interface Written {
  /** Settles with the database's answer. */
  readonly written: Promise<unknown>
  /** Where the lane stands behind it. */
  readonly head: LaneHead
  /** What consoles are told to load again in the features' part. */
  readonly topics: readonly Topic[]
}

/** Sends all that a batch brings about as one statement, behind the merchant's lane. */
export function writeBatch(trx: Transaction<Database>, send: Send, writing: Writing): Written {
  const { batch, consequences, head } = writing
  const scope = scopeOf(batch)
  const { merchant } = scope
  const written = consequences.features.map((feature) => feature.write(scope))
  const changes = written.flatMap(({ changes }) => changes)
  const exact = [
    ...written.flatMap(({ exact = [] }) => exact),
    ...(changes.length > 0 ? [{ part: FED, rows: changes.length }] : []),
  ]
  const chained = chainEntries(head, consequences.entries)
  const parts = [
    ...operations(merchant, writing),
    ...conflicts(merchant, writing),
    ...when(chained.entries, () => insertEntries(batch.sender.merchant_id, chained.entries)),
    ...reviews(merchant, writing),
    ...written.flatMap(({ parts }) => parts),
    ...stream(merchant, writing),
    ...device(merchant, batch),
  ]
  const tables =
    changes.length > 0 ? feedTables(batch.sender.merchant_id, head.feed_pos, changes) : []
  const behind = { ...chained.head, feed_pos: head.feed_pos + changes.length }
  const all = () => send(together({ merchant, tables, parts, exact }, behind).compile(trx))
  return {
    written: parts.length + tables.length === 0 ? Promise.resolve() : all().then(requireAll(exact)),
    head: behind,
    topics: written.flatMap(({ topics }) => topics),
  }
}

interface Counts {
  /** Of each exact part, in their order. */
  readonly counts: readonly number[]
}

function requireAll(exact: readonly Exact[]): (rows: readonly Counts[]) => void {
  return ([row]) => {
    const short = exact.findIndex(({ rows }, index) => row?.counts[index] !== rows)
    if (short === -1) return
    throw new Error(`${row?.counts[short]} rows written instead of ${exact[short]?.rows}`)
  }
}

interface Statement {
  readonly merchant: Part
  /** With names of their own. */
  readonly tables: readonly Part[]
  readonly parts: readonly Part[]
  readonly exact: readonly Exact[]
}

function together(
  { merchant, tables, parts, exact }: Statement,
  { ledger_n, ledger_hash, feed_pos }: LaneHead,
): RawBuilder<Counts> {
  const nameOf = (index: number): Part => sql.ref(`exact_${index}`)
  const named = [
    ...tables,
    ...parts.map((part, index) => sql`${sql.ref(`part_${index}`)} as (${part})`),
    ...exact.map(({ part }, index) => sql`${nameOf(index)} as (${part})`),
  ]
  const counts = exact.map((_, index) => sql`(select count(*)::integer from ${nameOf(index)})`)
  return sql<Counts>`${PREPARED}
    with ${sql.join(named)}
    update merchant_head set ledger_n = ${ledger_n}, ledger_hash = ${ledger_hash},
      feed_pos = ${feed_pos}
    where merchant_id = ${merchant}
    returning array[${sql.join(counts)}]::integer[] as counts`
}

function operations(merchant: Part, { batch, consequences }: Writing): readonly Part[] {
  const { sender, stream } = batch
  const { operations: rows, store_id } = consequences
  const user: Id | null = sender.type === 'user' ? sender.account_id : null
  return when(
    rows,
    () => sql`
    insert into operation (merchant_id, store_id, device_id, incarnation, user_id, received_at,
      shown, data, detail, ${namesOf(OPERATION_COLUMNS)})
    select ${merchant}, ${store_id}::uuid, ${stream?.device_id ?? null}::uuid,
      ${stream?.incarnation ?? null}::integer, ${user}::uuid,
      ${storable(batch.received_at)}::timestamptz, shown, data, detail, id, content_hash, seq,
      kind, at, offset_ms, sign_on, staff_id, card_id, performance_id, ticket_id, occurred_at,
      status, code, flags::text[]
    from rows from (
      jsonb_to_recordset(${operationDocuments(rows)}) as (shown jsonb, data jsonb, detail jsonb),
      unnest(${lists(OPERATION_COLUMNS, rows)})
    ) as r (shown, data, detail, ${namesOf(OPERATION_COLUMNS)})`,
  )
}

function conflicts(merchant: Part, { batch, consequences }: Writing): readonly Part[] {
  const rows = consequences.conflicts.map(conflictRow)
  const { stream } = batch
  return when(
    rows,
    () => sql`
    insert into operation_conflict (merchant_id, op_id, content_hash, device_id, incarnation, seq,
      data, occurred_at, received_at)
    select ${merchant}, op_id, content_hash, ${stream?.device_id ?? null}::uuid,
      ${stream?.incarnation ?? null}::integer, seq, data, occurred_at,
      ${storable(batch.received_at)}::timestamptz
    from jsonb_to_recordset(${json(rows)}) as r (op_id uuid, content_hash text, seq bigint,
      data jsonb, occurred_at timestamptz)`,
  )
}

const REVIEW_COLUMNS: readonly ListColumn<Consequences['reviews'][number]>[] = [
  ['id', 'uuid', ({ id }) => id],
  ['op_id', 'uuid', ({ op_id }) => op_id],
  ['reason', 'text', ({ reason }) => reason],
]

function reviews(merchant: Part, { batch, consequences }: Writing): readonly Part[] {
  const { reviews: rows } = consequences
  return when(
    rows,
    () => sql`
    insert into review (merchant_id, ${namesOf(REVIEW_COLUMNS)}, opened_at)
    select ${merchant}, r.*, ${storable(batch.received_at)}::timestamptz
    from unnest(${lists(REVIEW_COLUMNS, rows)}) as r
    on conflict (merchant_id, op_id, reason) do nothing`,
  )
}

function stream(merchant: Part, { batch, seqs }: Writing): readonly Part[] {
  const { stream: of } = batch
  if (of === undefined || seqs === undefined) return []
  return [
    sql`
    insert into device_stream (merchant_id, device_id, incarnation, last_seq, highest, missing)
    values (${merchant}, ${of.device_id}::uuid, ${of.incarnation}, ${seqs.last_seq},
      ${seqs.highest}, ${JSON.stringify(seqs.missing)}::jsonb)
    on conflict (merchant_id, device_id, incarnation) do update
      set last_seq = excluded.last_seq, highest = excluded.highest, missing = excluded.missing`,
  ]
}

function device(merchant: Part, batch: Batch): readonly Part[] {
  if (batch.sender.type !== 'device') return []
  return [
    sql`update device set ${heartbeat(batch)}
    where merchant_id = ${merchant} and id = ${batch.sender.device_id}::uuid`,
  ]
}
