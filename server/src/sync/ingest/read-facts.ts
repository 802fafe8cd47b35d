import type { Id } from '@counterfoil/domain'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '../../db/schema'
import { recentSince } from '../card-change'
import type { Batch } from './batch'
import { storable } from './clock'
import type { Facts } from './facts'
import { type Questions, questionsOf } from './questions'

/** Reads every fact that a batch needs in one statement, behind the merchant's lane. */
export async function readFacts(trx: Transaction<Database>, batch: Batch): Promise<Facts> {
  const scope = scopeOf(batch)
  const asked = questionsOf(batch)
  const tables = opTables(scope, asked)
  const parts = [...baseParts(scope), ...opParts(scope)]
  if (asked.cards.length > 0 || asked.targets.length > 0) {
    tables.push(...cardTables(scope, asked, batch))
    parts.push(...cardParts(scope, asked))
  }
  if (asked.targets.length > 0) parts.push(targetPart())
  if (asked.sign_ons.length > 0) parts.push(signOnPart(scope, asked))
  if (asked.staff.length > 0) parts.push(staffPart(scope, asked))
  const { rows } = await sql<Facts>`
    with ${sql.join(tables)} select ${sql.join(parts)}`.execute(trx)
  const [facts] = rows
  if (facts === undefined) throw new Error('a select without a table answers one row')
  return facts
}

interface Scope {
  readonly merchant: RawBuilder<unknown>
  readonly device: string | null
  readonly incarnation: number | null
  readonly sender: string | null
}

function scopeOf({ sender, stream }: Batch): Scope {
  return {
    merchant: sql`${sender.merchant_id}::uuid`,
    device: stream?.device_id ?? null,
    incarnation: stream?.incarnation ?? null,
    sender: sender.type === 'device' ? sender.device_id : null,
  }
}

/** Milliseconds since 1970, exactly. */
export function ms(column: string): RawBuilder<unknown> {
  return sql`(extract(epoch from ${sql.ref(column)}) * 1000)::bigint`
}

const SEQ_OWNER = sql`device_id is not null and code is distinct from 'SEQ_REUSED'`

function opTables(
  { merchant, device, incarnation }: Scope,
  { ids, seqs, run_starts }: Questions,
): RawBuilder<unknown>[] {
  return [
    sql`known as (
      select id, content_hash, status, code, flags, detail, occurred_at from operation
       where merchant_id = ${merchant} and id = any(${ids}::uuid[]))`,
    sql`owner as (
      select seq, id, occurred_at, at is not null as timed from operation
       where merchant_id = ${merchant} and device_id = ${device}::uuid
         and incarnation = ${incarnation}::integer and seq = any(${seqs}::bigint[])
         and ${SEQ_OWNER})`,
    sql`before as (
      select start.seq as before, found.seq, found.occurred_at
        from unnest(${run_starts}::bigint[]) as start (seq), lateral (
          select seq, occurred_at from operation
           where merchant_id = ${merchant} and device_id = ${device}::uuid
             and incarnation = ${incarnation}::integer and seq < start.seq
             and ${SEQ_OWNER} and at is not null
           order by seq desc limit 1) as found)`,
  ]
}

/** Cards by token or as what is to be undone. Arrays, so that the planner knows how few they are. */
function cardTables(
  { merchant }: Scope,
  { cards, targets }: Questions,
  { received_at }: Batch,
): RawBuilder<unknown>[] {
  const recent = storable(recentSince(received_at))
  const hashes = cards.map(({ hash }) => hash)
  const columns = sql`id, token_hash, program_id, number, status, stamps, last_stamp_at`
  const undone = sql`union select ${columns} from card where merchant_id = ${merchant}
    and id = any(array(select card_id from target where card_id is not null))`
  return [
    ...(targets.length === 0 ? [] : [targetTable(merchant, targets)]),
    sql`found as materialized (
      select ${columns} from card where merchant_id = ${merchant}
         and token_hash = any(${hashes}::text[])
      ${targets.length === 0 ? sql`` : undone})`,
    sql`latest as (
      select max(occurred_at) + interval '26 hours' as until from
        (select occurred_at from known union all select occurred_at from owner
         union all select occurred_at from before) as earlier)`,
    sql`card_window as (
      select f.*, ${recent}::timestamptz as recent,
             least(w."from", ${recent}::timestamptz) as "from",
             greatest(w.until, (select until from latest)) as until
        from found f left join unnest(${hashes}::text[],
               ${cards.map(({ from }) => from)}::timestamptz[],
               ${cards.map(({ until }) => until)}::timestamptz[])
             as w (hash, "from", until) on w.hash = f.token_hash)`,
  ]
}

function targetTable(merchant: RawBuilder<unknown>, targets: readonly Id[]): RawBuilder<unknown> {
  return sql`target as (
    select o.id, o.kind, o.store_id, o.status, o.occurred_at, o.sign_on, o.card_id,
           s.count, s.voided
      from operation o
      left join card_stamp s on s.merchant_id = o.merchant_id and s.card_id = o.card_id
        and s.op_id = o.id
     where o.merchant_id = ${merchant} and o.id = any(${targets}::uuid[]))`
}

function baseParts({ merchant, device, incarnation, sender }: Scope): RawBuilder<unknown>[] {
  return [
    sql`(select settings from merchant where merchant_id = ${merchant}) as settings`,
    sql`(select incarnation from device where merchant_id = ${merchant} and id = ${sender}::uuid
          and revoked_at is null) as sender_incarnation`,
    sql`(select json_build_object('id', d.id, 'incarnation', d.incarnation, 'jobs', d.jobs,
            'store', json_build_object('id', s.id, 'time_zone', s.time_zone))
          from device d join store s on s.merchant_id = d.merchant_id and s.id = d.store_id
         where d.merchant_id = ${merchant} and d.id = ${device}::uuid) as device`,
    sql`(select json_build_object('last_seq', last_seq, 'highest', highest, 'missing', missing)
          from device_stream where merchant_id = ${merchant} and device_id = ${device}::uuid
           and incarnation = ${incarnation}::integer) as stream`,
  ]
}

function opParts({ merchant }: Scope): RawBuilder<unknown>[] {
  return [
    sql`(select json_agg(json_build_object('id', id, 'content_hash', content_hash,
            'status', status, 'code', code, 'flags', flags, 'detail', detail,
            'occurred_at', ${ms('occurred_at')})) from known) as known`,
    sql`(select json_agg(json_build_object('op_id', c.op_id, 'content_hash', c.content_hash,
            'occurred_at', ${ms('c.occurred_at')}))
          from operation_conflict c join known on known.id = c.op_id
         where c.merchant_id = ${merchant}) as conflicts`,
    sql`(select json_agg(json_build_object('seq', seq, 'id', id, 'timed', timed,
            'occurred_at', ${ms('occurred_at')})) from owner) as owners`,
    sql`(select json_agg(json_build_object('before', before, 'seq', seq,
            'occurred_at', ${ms('occurred_at')})) from before) as before`,
  ]
}

function cardParts({ merchant }: Scope, { targets }: Questions): RawBuilder<unknown>[] {
  const untouched = sql`(select ${ms('max')} from (select max(occurred_at) from card_stamp s
      where s.merchant_id = ${merchant} and s.card_id = w.id and not voided
        and op_id <> all(${targets}::uuid[])) as latest)`
  return [
    sql`(select json_agg(json_build_object('id', w.id, 'token_hash', w.token_hash,
            'program_id', w.program_id, 'number', w.number, 'status', w.status,
            'stamps', w.stamps, 'last_stamp_at', ${ms('w.last_stamp_at')},
            'last_untouched_at', ${targets.length === 0 ? sql`null` : untouched},
            'counting', (select json_agg(json_build_array(op_id, ${ms('occurred_at')}, count))
               from card_stamp s
              where s.merchant_id = ${merchant} and s.card_id = w.id and not voided
                and s.occurred_at >= w."from"
                and (s.occurred_at <= w.until or s.occurred_at >= w.recent))))
          from card_window w) as cards`,
    sql`(select json_agg(json_build_object('id', p.id, 'kind', p.kind, 'active', p.active,
            'stamps_required', p.stamps_required, 'cooldown_minutes', p.cooldown_minutes,
            'daily_limit', p.daily_limit, 'pin_required', p.pin_required))
          from program p where p.merchant_id = ${merchant}
           and p.id = any(array(select program_id from found))) as programs`,
  ]
}

function signOnPart({ merchant }: Scope, { sign_ons }: Questions): RawBuilder<unknown> {
  return sql`(select json_agg(json_build_object('op_id', op_id, 'device_id', device_id,
        'staff_id', staff_id, 'occurred_at', ${ms('occurred_at')}, 'accepted', accepted,
        'ended_at', ${ms('ended_at')}))
      from sign_on where merchant_id = ${merchant}
       and op_id = any(${sign_ons}::uuid[])) as sign_ons`
}

function targetPart(): RawBuilder<unknown> {
  return sql`(select json_agg(json_build_object('op_id', id, 'kind', kind, 'store_id', store_id,
        'status', status, 'occurred_at', ${ms('occurred_at')}, 'sign_on', sign_on,
        'card_id', card_id, 'stamp', case when count is not null
          then json_build_object('count', count, 'voided', voided) end))
      from target) as targets`
}

function staffPart({ merchant, device }: Scope, { staff }: Questions): RawBuilder<unknown> {
  return sql`(select json_agg(json_build_object('id', s.id, 'active', s.active,
        'pins', (select json_agg(json_build_array(version, ${ms('replaced_at')}) order by version)
           from staff_pin p where p.merchant_id = ${merchant} and p.staff_id = s.id),
        'counter', ${pinCounter(merchant, device)}, 'person', ${personLocks(merchant)}))
      from staff s where s.merchant_id = ${merchant} and s.id = any(${staff}::uuid[])) as staff`
}

/** Wrong PINs of the person `s` on one device. */
export function pinCounter(
  merchant: RawBuilder<unknown>,
  device: string | null,
): RawBuilder<unknown> {
  return sql`(select json_build_object('wrong', wrong, 'locked_until', ${ms('locked_until')})
    from pin_counter k where k.merchant_id = ${merchant} and k.staff_id = s.id
     and k.device_id = ${device}::uuid)`
}

/** Wrong PINs of the person `s` on all devices. */
export function personLocks(merchant: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select json_build_object('failures', failures,
      'locked_until_occurred', ${ms('locked_until_occurred')},
      'locked_until_received', ${ms('locked_until_received')})
    from person_pins k where k.merchant_id = ${merchant} and k.staff_id = s.id)`
}
