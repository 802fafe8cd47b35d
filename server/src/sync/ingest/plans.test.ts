import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { sideBySide } from '../../db/side-by-side'
import { forMerchant } from '../../db/wall/merchant-scope'
import { sendLaneByKeys } from '../lane'
import { IngestShop } from '../testing'

// Nothing was ever analysed here, and the tables are all but empty: what the planner makes of that
// must be what serves for years.

let shop: IngestShop
/** PostgreSQL 15 does not explain a statement without its values. */
let explains = true
beforeAll(async () => {
  shop = await IngestShop.open()
  const { rows } = await sql<{ version: number }>`
    select current_setting('server_version_num')::int as version
  `.execute(shop.server.deps.db)
  explains = (rows[0]?.version ?? 0) >= 160_000
})
afterAll(() => shop.close())

/** The two large statements of a batch. */
async function batchStatements(): Promise<readonly string[]> {
  const tablet = await shop.tablet()
  const card = await shop.freeCard()
  const watched = vi.spyOn(Client.prototype, 'query')
  try {
    await tablet.push([tablet.stamp(card.token), tablet.stamp(card.token)])
    return watched.mock.calls.flatMap(([query]: readonly unknown[]) => {
      const { data } = z.object({ text: z.string() }).safeParse(query)
      return data?.text.startsWith('/* prepared */') === true ? [data.text] : []
    })
  } finally {
    watched.mockRestore()
  }
}

const nodeSchema = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Index Cond': z.string().optional(),
  get Plans() {
    return z.array(nodeSchema).optional()
  },
})
type Node = z.infer<typeof nodeSchema>
const planSchema = z.tuple([z.object({ Plan: nodeSchema })])

/** How each table is read: by which columns of which index, or whole. */
function waysOf(node: Node): string[] {
  const way = node['Index Name'] ?? node['Relation Name']
  const reads = node['Node Type'].endsWith('Scan') && way !== undefined
  const columns = [...(node['Index Cond'] ?? '').matchAll(/\((\w+) (?:=|<|>=) /g)]
  const by = columns.map(([, column]) => column).join(', ')
  return [...(reads ? [`${way} (${by})`] : []), ...(node.Plans ?? []).flatMap(waysOf)]
}

async function waysOfStatement(text: string): Promise<Set<string>> {
  const { merchant_id } = shop
  return forMerchant(shop.server.deps.db, merchant_id)
    .transaction()
    .execute(async (trx) => {
      await sideBySide(trx, (send) => sendLaneByKeys(trx, send, merchant_id))
      const { rows } = await sql
        .raw<{ 'QUERY PLAN': unknown }>(`explain (generic_plan, format json) ${text}`)
        .execute(trx)
      const [{ Plan }] = planSchema.parse(rows[0]?.['QUERY PLAN'])
      return new Set(waysOf(Plan))
    })
}

/** Those that grow with every operation or every card. */
const HOT = /^(operation|card|feed|ledger_entry|review)(_| )/

test('planned on an empty database, what a batch must know is looked up key by key', async ({
  skip,
}) => {
  skip(!explains)
  const [read = ''] = await batchStatements()
  const readBy = [...(await waysOfStatement(read))].filter((way) => HOT.test(way))
  expect(readBy.toSorted()).toEqual([
    'card_merchant_id_token_hash_key (merchant_id, token_hash)',
    'card_movement_by_time (merchant_id, card_id, occurred_at)',
    'card_stamp_by_time (merchant_id, card_id, occurred_at)',
    'operation_by_seq (merchant_id, device_id, incarnation, seq)',
    'operation_conflict_pkey (merchant_id, op_id)',
    'operation_pkey (merchant_id, id)',
  ])
})

test('planned on an empty database, what a batch changes is found key by key', async ({ skip }) => {
  skip(!explains)
  const [, write = ''] = await batchStatements()
  const found = [...(await waysOfStatement(write))].filter((way) => HOT.test(way))
  expect(found.toSorted()).toEqual([
    'card ()',
    'card_pkey (merchant_id, id)',
    'feed ()',
    'feed_pkey (merchant_id, entity, id)',
  ])
})
