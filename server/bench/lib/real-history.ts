import { type ChainPoint, GENESIS_HASH, plus, type Id } from '@counterfoil/domain'
import { sql } from 'kysely'
import { insertEntries } from '../../src/sync/append-entries'
import { chainEntries, type EntryDraft } from '../../src/sync/ledger-chain'
import { type BenchServer, tidy } from './bench-server'
import { type BenchShop, insertDevice } from './bench-shop'

const CHUNK = 5000

/**
 * So many accepted stamps with a chain that is whole and figures that fit it: what a shop of years
 * has, to be verified.
 */
export async function keepHistory(
  server: BenchServer,
  shop: BenchShop,
  entries: number,
): Promise<void> {
  const { deps, owner } = server
  const device_id = deps.newId()
  await insertDevice(deps, shop, { id: device_id, jti: deps.newId(), jkt: 'none' })
  const { rows: cards } = await sql<{ id: Id; program_id: Id }>`
    select id, program_id from card where merchant_id = ${shop.merchant_id}`.execute(owner)
  let head: ChainPoint = { n: 0, hash: GENESIS_HASH }
  const start = plus(deps.now(), -entries * 1000)
  while (head.n < entries) {
    const count = Math.min(CHUNK, entries - head.n)
    const drafts = Array.from({ length: count }, (_, index): EntryDraft => {
      const place = head.n + index
      const card = cards[(place * 7919) % cards.length]
      const at = plus(start, place * 1000)
      return {
        ...stampOf(shop, device_id),
        id: deps.newId(),
        op_id: deps.newId(),
        program_id: card?.program_id ?? null,
        card_id: card?.id ?? null,
        occurred_at: at,
        recorded_at: at,
      }
    })
    head = await append(server, shop, head, drafts)
  }
  await makeFiguresFit(server, shop)
  await tidy(server)
}

function stampOf({ store_id, staff_id }: BenchShop, device_id: Id) {
  return {
    review_id: null,
    kind: 'loyalty.stamp',
    status: 'accepted',
    code: null,
    flags: [],
    store_id,
    device_id,
    staff_id,
    user_id: null,
    stamps: 1,
    target_op_id: null,
    note: null,
  } as const
}

async function append(
  { owner }: BenchServer,
  { merchant_id }: BenchShop,
  { n, hash }: ChainPoint,
  drafts: readonly EntryDraft[],
): Promise<ChainPoint> {
  const lane = { ledger_n: n, ledger_hash: hash, feed_pos: 0, feed_epoch: 0 }
  const { entries, head } = chainEntries(lane, drafts)
  const bodies = `[${entries.map(({ text }) => text).join(',')}]`
  await sql`
    with given as (select * from jsonb_to_recordset(${bodies}::jsonb) as b (n bigint, op_id uuid,
        kind text, status text, occurred_at timestamptz, store_id uuid, device_id uuid,
        staff_id uuid, card_id uuid)),
      operations as (
        insert into operation (merchant_id, id, content_hash, store_id, device_id, incarnation, seq,
          kind, at, offset_ms, shown, data, staff_id, card_id, occurred_at, received_at, status,
          flags, detail)
        select ${merchant_id}, op_id, md5(n::text) || md5(n::text), store_id, device_id, 1, n, kind,
          to_json(occurred_at) #>> '{}', 0, '{"status":"accepted","code":null}',
          jsonb_build_object('token_hash', md5(n::text), 'count', 1), staff_id, card_id,
          occurred_at, occurred_at, status, '{}', '{"stamps":1}' from given),
      stamps as (
        insert into card_stamp (merchant_id, card_id, op_id, occurred_at, count)
        select ${merchant_id}, card_id, op_id, occurred_at, 1 from given),
      entries as (${insertEntries(merchant_id, entries)})
    update merchant_head set ledger_n = ${head.ledger_n}, ledger_hash = ${head.ledger_hash}
     where merchant_id = ${merchant_id}`.execute(owner)
  return { n: head.ledger_n, hash: head.ledger_hash }
}

async function makeFiguresFit({ owner }: BenchServer, { merchant_id }: BenchShop): Promise<void> {
  await sql`
    update card set stamps = s.stamps, last_stamp_at = s.latest from (
      select card_id, sum(count) as stamps, max(occurred_at) as latest from card_stamp
       where merchant_id = ${merchant_id} group by card_id) as s
     where merchant_id = ${merchant_id} and id = s.card_id`.execute(owner)
  await sql`
    update feed set data = jsonb_set(feed.data, '{stamps}', to_jsonb(card.stamps)) from card
     where feed.merchant_id = ${merchant_id} and entity = 'card'
       and card.merchant_id = ${merchant_id} and card.id = feed.id`.execute(owner)
}
