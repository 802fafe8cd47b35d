import { canonicalJson, formatInstant, type EpochMs, type Id, type Json } from '@counterfoil/domain'
import { type ExportFormat, ledgerEntrySchema } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../db/schema'
import { NAME_COLUMNS, nameJoins, type NameRow, namesOf } from '../names'
import { readHead } from '../verify/check-chain'
import { PAGE, pagesOf } from '../verify/pages'
import { csvLine } from './csv-cell'

interface ExportRow extends NameRow {
  readonly n: number
  readonly body: { readonly [key: string]: Json }
  readonly prev_hash: string
  readonly hash: string
}

/**
 * The merchant's whole ledger as text, oldest entry first, up to the head at the time of asking:
 * what is written meanwhile is not in it. Entries never change, so no transaction is held however
 * slowly it is read.
 */
export async function* exportLedger(
  db: Kysely<Database>,
  merchantId: Id,
  format: ExportFormat,
  now: EpochMs,
): AsyncGenerator<string> {
  const { n, hash } = await readHead(db, merchantId)
  const { name } = await db
    .selectFrom('merchant')
    .select('name')
    .where('merchant_id', '=', merchantId)
    .executeTakeFirstOrThrow()
  const head = { merchant_id: merchantId, merchant: name, exported_at: formatInstant(now), n, hash }
  yield format === 'csv' ? `\ufeff${csvLine(COLUMNS)}` : `${JSON.stringify({ ledger: head })}\n`
  const write = format === 'csv' ? csvRow : jsonLine
  const pages = pagesOf<ExportRow>((after) => readRows(db, merchantId, after?.n ?? 0, n))
  for await (const page of pages) yield page.map(write).join('')
}

async function readRows(
  db: Kysely<Database>,
  merchantId: Id,
  after: number,
  to: number,
): Promise<readonly ExportRow[]> {
  const { rows } = await sql<ExportRow>`
    with it as (
      select *, (body->>'user_id')::uuid as user_id, (body->>'ticket_id')::uuid as ticket_id
        from ledger_entry
       where merchant_id = ${merchantId} and n > ${after} and n <= ${to} order by n limit ${PAGE}
    )
    select it.n, it.body, it.prev_hash, it.hash, ${NAME_COLUMNS}
      from it ${nameJoins('body')} order by it.n`.execute(db)
  return rows
}

const { names, prev_hash: _, hash: __, ...said } = ledgerEntrySchema.shape
const SAID = Object.keys(said)
const NAMES = Object.keys(names.shape)

/** What is said, who that was, and last the chain with the very text that was hashed. */
const COLUMNS = [...SAID, ...NAMES, 'prev_hash', 'hash', 'entry']

function csvRow(row: ExportRow): string {
  const { body, prev_hash, hash } = row
  const named: Readonly<Record<string, Json>> = { ...namesOf(row) }
  const values = [...SAID.map((name) => body[name]), ...NAMES.map((name) => named[name])]
  return csvLine([...values, prev_hash, hash, canonicalJson(body)])
}

/** The hashed text stands in the line as it is. */
function jsonLine({ body, prev_hash, hash }: ExportRow): string {
  return `{"entry":${canonicalJson(body)},"hash":"${hash}","prev_hash":"${prev_hash}"}\n`
}
