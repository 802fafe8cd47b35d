import { sql } from 'kysely'
import { GENESIS_HASH } from '@counterfoil/domain'
import { type BenchServer, tidy } from './bench-server'
import { type BenchShop, insertDevice } from './bench-shop'

const CHUNK = 500_000
const YEARS = "interval '2 years'"

/**
 * Fills the shop's past up to so many operations, each an accepted stamp of a random card, with its
 * ledger entry. Hashes are not those of a real chain: nothing here is verified.
 */
export async function storeOperations(
  server: BenchServer,
  shop: BenchShop,
  upTo: number,
): Promise<void> {
  const { owner: db } = server
  const { rows } = await sql<{ n: number }>`
    select ledger_n as n from merchant_head where merchant_id = ${shop.merchant_id}`.execute(db)
  const first = rows[0]?.n ?? 0
  for (let stored = first; stored < upTo; stored += CHUNK) {
    const until = Math.min(upTo, stored + CHUNK)
    await storeChunk(server, shop, { stored, until, first, upTo })
  }
  await tidy(server)
}

interface Chunk {
  readonly stored: number
  readonly until: number
  /** What the whole past that is being made begins and ends with. */
  readonly first: number
  readonly upTo: number
}

/** One more tablet, and its operations from 1 on, one after the other as the years went. */
async function storeChunk(
  { deps, owner }: BenchServer,
  shop: BenchShop,
  { stored, until, first, upTo }: Chunk,
): Promise<void> {
  const device = { id: deps.newId(), jti: deps.newId(), jkt: 'none' }
  await insertDevice(deps, shop, device)
  const merchant = sql`${shop.merchant_id}::uuid`
  // Counted beforehand: a join on what both sides have a part in would look at every pair.
  const cards = shop.tokens.length
  await owner.transaction().execute(async (trx) => {
    await sql`create temporary table past on commit drop as
      select i as n, i - ${stored}::bigint as seq, at, c.id as card_id,
        (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3)
          || '8' || substr(md5(i::text), 4, 15))::uuid as op_id, gen_random_uuid() as entry_id
      from generate_series(${stored}::bigint + 1, ${until}::bigint) as i
        cross join lateral (
          select date_trunc('milliseconds', now() - ${sql.raw(YEARS)}
            * ((${upTo}::float8 - i) / ${upTo - first}::float8)) as at) as t
        join (select id, row_number() over () as place from card where merchant_id = ${merchant}) as c
          on c.place = 1 + mod(i * 7919, ${cards}::bigint)`.execute(trx)
    await sql`insert into operation (merchant_id, id, content_hash, store_id, device_id, incarnation,
        seq, kind, at, offset_ms, shown, data, staff_id, card_id, occurred_at, received_at, status,
        flags, detail)
      select ${merchant}, op_id, md5(n::text) || md5(n::text), ${shop.store_id}::uuid,
        ${device.id}::uuid, 1, seq, 'loyalty.stamp', to_json(at)::text, 0,
        '{"status":"accepted","code":null}', jsonb_build_object('token_hash', md5(n::text), 'count', 1),
        ${shop.staff_id}::uuid, card_id, at, at, 'accepted', '{}', '{"stamps":1}' from past`.execute(
      trx,
    )
    await sql`insert into card_stamp (merchant_id, card_id, op_id, occurred_at, count)
      select ${merchant}, card_id, op_id, at, 1 from past`.execute(trx)
    await sql`insert into ledger_entry (merchant_id, n, id, body, prev_hash, hash, op_id, kind, status,
        occurred_at, recorded_at, store_id, device_id, staff_id, card_id)
      select ${merchant}, n, entry_id, jsonb_build_object('n', n, 'id', entry_id, 'op_id', op_id,
          'kind', 'loyalty.stamp', 'status', 'accepted', 'flags', '[]'::jsonb, 'occurred_at', at,
          'recorded_at', at, 'card_id', card_id, 'stamps', 1), ${GENESIS_HASH}, ${GENESIS_HASH}, op_id,
        'loyalty.stamp', 'accepted', at, at, ${shop.store_id}::uuid, ${device.id}::uuid,
        ${shop.staff_id}::uuid, card_id from past`.execute(trx)
    await sql`update merchant_head set ledger_n = ${until} where merchant_id = ${merchant}`.execute(
      trx,
    )
  })
}
