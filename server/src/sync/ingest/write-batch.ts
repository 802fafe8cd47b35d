import type { Id, SeqState, World } from '@counterfoil/domain'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '../../db/schema'
import { insertEntries } from '../append-entries'
import { insertFeed } from '../feed'
import type { LaneHead } from '../lane'
import { chainEntries } from '../ledger-chain'
import type { Batch } from './batch'
import { storable } from './clock'
import type { Consequences } from './consequences'
import type { Facts } from './facts'
import { heartbeat } from './heartbeat'
import {
  cardRows,
  conflictRow,
  counterRows,
  operationRow,
  personRows,
  type Rows,
  signOnRows,
  stampRows,
} from './rows'

export interface Writing {
  readonly batch: Batch
  readonly facts: Facts
  readonly world: World
  readonly consequences: Consequences
  readonly head: LaneHead
  /** `undefined` for a user's batch. */
  readonly seqs: SeqState | undefined
}

/** Writes everything a batch brings about in one statement, behind the merchant's lane. */
export async function writeBatch(trx: Transaction<Database>, writing: Writing): Promise<void> {
  const { batch, consequences, world, head } = writing
  const merchant = sql`${batch.sender.merchant_id}::uuid`
  const cards = cardRows(consequences, writing)
  const chained = chainEntries(head, consequences.entries)
  const parts = [
    operations(merchant, writing),
    conflicts(merchant, writing),
    when(chained.entries, () => insertEntries(batch.sender.merchant_id, chained.entries)),
    reviews(merchant, writing),
    cardStamps(merchant, stampRows(consequences)),
    cardTotals(merchant, cards.rows),
    signOns(merchant, signOnRows(consequences, world)),
    pinCounters(merchant, counterRows(consequences, world)),
    people(merchant, personRows(consequences, world)),
    when(cards.changes, () =>
      insertFeed(batch.sender.merchant_id, sql`${head.feed_pos}::bigint`, cards.changes),
    ),
    stream(merchant, writing),
    device(merchant, batch),
  ].filter((part) => part !== undefined)
  if (parts.length === 0) return
  const tables = parts.map((part, index) => sql`${sql.ref(`part_${index}`)} as (${part})`)
  await sql`
    with ${sql.join(tables)}
    update merchant_head set ledger_n = ${chained.head.ledger_n},
      ledger_hash = ${chained.head.ledger_hash},
      feed_pos = ${head.feed_pos + cards.changes.length}
    where merchant_id = ${merchant}`.execute(trx)
}

type Part = RawBuilder<unknown> | undefined
type Merchant = RawBuilder<unknown>

function when(rows: readonly unknown[], part: () => RawBuilder<unknown>): Part {
  return rows.length === 0 ? undefined : part()
}

function json(rows: Rows): RawBuilder<unknown> {
  return sql`${JSON.stringify(rows)}::jsonb`
}

function operations(merchant: Merchant, { batch, consequences }: Writing): Part {
  const { sender, stream } = batch
  const rows = consequences.operations.map(operationRow)
  const user: Id | null = sender.type === 'user' ? sender.account_id : null
  return when(
    rows,
    () => sql`
    insert into operation (merchant_id, id, content_hash, store_id, device_id, incarnation, user_id,
      seq, kind, at, offset_ms, sign_on, shown, data, staff_id, card_id, occurred_at, received_at,
      status, code, flags, detail)
    select ${merchant}, id, content_hash, ${consequences.store_id}::uuid,
      ${stream?.device_id ?? null}::uuid, ${stream?.incarnation ?? null}::integer, ${user}::uuid,
      seq, kind, at, offset_ms, sign_on, shown, data, staff_id, card_id, occurred_at,
      ${storable(batch.received_at)}::timestamptz, status, code, flags, detail
    from jsonb_to_recordset(${json(rows)}) as r (id uuid, content_hash text, seq bigint, kind text,
      at text, offset_ms bigint, sign_on uuid, shown jsonb, data jsonb, staff_id uuid, card_id uuid,
      occurred_at timestamptz, status text, code text, flags text[], detail jsonb)`,
  )
}

function conflicts(merchant: Merchant, { batch, consequences }: Writing): Part {
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

function reviews(merchant: Merchant, { batch, consequences }: Writing): Part {
  return when(
    consequences.reviews,
    () => sql`
    insert into review (merchant_id, id, op_id, reason, opened_at)
    select ${merchant}, id, op_id, reason, ${storable(batch.received_at)}::timestamptz
    from jsonb_to_recordset(${json(consequences.reviews)}) as r (id uuid, op_id uuid, reason text)
    on conflict (merchant_id, op_id, reason) do nothing`,
  )
}

function cardStamps(merchant: Merchant, rows: Rows): Part {
  return when(
    rows,
    () => sql`
    insert into card_stamp (merchant_id, card_id, op_id, occurred_at, count, voided)
    select ${merchant}, card_id, op_id, occurred_at, count, voided
    from jsonb_to_recordset(${json(rows)}) as r (card_id uuid, op_id uuid, occurred_at timestamptz,
      count integer, voided boolean)
    on conflict (merchant_id, card_id, op_id) do update set voided = excluded.voided`,
  )
}

function cardTotals(merchant: Merchant, rows: Rows): Part {
  return when(
    rows,
    () => sql`
    update card set stamps = r.stamps, last_stamp_at = r.last_stamp_at
    from jsonb_to_recordset(${json(rows)}) as r (id uuid, stamps integer, last_stamp_at timestamptz)
    where card.merchant_id = ${merchant} and card.id = r.id`,
  )
}

function signOns(merchant: Merchant, rows: Rows): Part {
  return when(
    rows,
    () => sql`
    insert into sign_on (merchant_id, op_id, device_id, staff_id, occurred_at, accepted, ended_at)
    select ${merchant}, op_id, device_id, staff_id, occurred_at, accepted, ended_at
    from jsonb_to_recordset(${json(rows)}) as r (op_id uuid, device_id uuid, staff_id uuid,
      occurred_at timestamptz, accepted boolean, ended_at timestamptz)
    on conflict (merchant_id, op_id) do update set ended_at = excluded.ended_at`,
  )
}

function pinCounters(merchant: Merchant, rows: Rows): Part {
  return when(
    rows,
    () => sql`
    insert into pin_counter (merchant_id, staff_id, device_id, wrong, locked_until)
    select ${merchant}, staff_id, device_id, wrong, locked_until
    from jsonb_to_recordset(${json(rows)}) as r (staff_id uuid, device_id uuid, wrong integer,
      locked_until timestamptz)
    on conflict (merchant_id, staff_id, device_id) do update
      set wrong = excluded.wrong, locked_until = excluded.locked_until`,
  )
}

function people(merchant: Merchant, rows: Rows): Part {
  return when(
    rows,
    () => sql`
    insert into person_pins (merchant_id, staff_id, failures, locked_until_occurred,
      locked_until_received)
    select ${merchant}, staff_id, failures, locked_until_occurred, locked_until_received
    from jsonb_to_recordset(${json(rows)}) as r (staff_id uuid, failures jsonb,
      locked_until_occurred timestamptz, locked_until_received timestamptz)
    on conflict (merchant_id, staff_id) do update set failures = excluded.failures,
      locked_until_occurred = excluded.locked_until_occurred,
      locked_until_received = excluded.locked_until_received`,
  )
}

function stream(merchant: Merchant, { batch, seqs }: Writing): Part {
  const { stream: of } = batch
  if (of === undefined || seqs === undefined) return undefined
  return sql`
    insert into device_stream (merchant_id, device_id, incarnation, last_seq, highest, missing)
    values (${merchant}, ${of.device_id}::uuid, ${of.incarnation}, ${seqs.last_seq},
      ${seqs.highest}, ${JSON.stringify(seqs.missing)}::jsonb)
    on conflict (merchant_id, device_id, incarnation) do update
      set last_seq = excluded.last_seq, highest = excluded.highest, missing = excluded.missing`
}

function device(merchant: Merchant, batch: Batch): Part {
  if (batch.sender.type !== 'device') return undefined
  return sql`update device set ${heartbeat(batch)}
    where merchant_id = ${merchant} and id = ${batch.sender.device_id}::uuid`
}
