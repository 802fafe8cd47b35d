import { Pool } from 'pg'
import { ACROSS_OPTIONS } from '../../../server/src/db/wall/scope'
import { must, type Shop, type Thing } from '../../harness/shop'

/** An evening with a house large enough for everybody who is filmed. */
export async function announce(shop: Shop): Promise<Thing> {
  const starts_at = new Date(Date.now() + 3_600_000).toISOString()
  const body = { title: 'Hamlet', starts_at, capacity: 1_000_000, pin_required: false }
  const answer = await shop.owner.post<{ performance: Thing }>('/merchant/performances', body)
  return must(answer, 201).performance
}

/** Tickets as the merchant issues them, with tokens that a camera can read. */
export async function sell(shop: Shop, performance: Thing, count: number): Promise<string[]> {
  const tokens: string[] = []
  for (let n = 0; n < count; n += 1) {
    const body = { performance_id: performance.id, name: `Guest ${n}`, party_size: 1 }
    const answer = await shop.owner.post<{ token: string }>('/merchant/tickets', body)
    tokens.push(must(answer, 201).token)
  }
  return tokens
}

/** So many more tickets, by SQL, with what tablets are told of each. At least one was issued before. */
export async function fillHouse(url: string, performance: Thing, count: number): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1, options: ACROSS_OPTIONS })
  try {
    await pool.query(ISSUE, [performance.id, count])
    await pool.query('vacuum analyze')
  } finally {
    await pool.end()
  }
}

const ISSUE = `
  with house as (
    select p.merchant_id, p.id, h.feed_pos,
        (select id from issuer_key k where k.merchant_id = p.merchant_id limit 1) as key_id
      from performance p join merchant_head h on h.merchant_id = p.merchant_id where p.id = $1),
  fresh as (
    select house.*, n, gen_random_uuid() as ticket_id, 'Guest number ' || n as name,
        1 + n % 4 as party, translate(rtrim(encode(sha256(n::text::bytea), 'base64'), '='),
          '+/', '-_') as token_hash
      from house, generate_series(1, $2::integer) as n),
  tickets as (
    insert into ticket (merchant_id, id, performance_id, name, party_size, status, token_hash,
        issuer_key_id, created_at)
    select merchant_id, ticket_id, id, name, party, 'confirmed', token_hash, key_id, now()
      from fresh),
  told as (
    insert into feed (merchant_id, entity, id, pos, data)
    select merchant_id, 'ticket', ticket_id, feed_pos + n, jsonb_build_object('id', ticket_id,
        'token_hash', token_hash, 'performance_id', id, 'name', name, 'party_size', party,
        'status', 'confirmed', 'admitted', 0, 'inside', 0, 'first', null, 'recent', '[]'::jsonb)
      from fresh)
  update merchant_head set feed_pos = merchant_head.feed_pos + $2::integer from house
   where merchant_head.merchant_id = house.merchant_id`
