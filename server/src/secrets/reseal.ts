import { type Kysely, sql } from 'kysely'
import type { Crypto } from '../crypto/crypto'
import type { Database } from '../db/schema'
import { SEALED_COLUMNS, type SealedColumn } from './sealed-columns'

/** What became of a table's sealed values. */
export interface Resealed {
  readonly table: string
  /** Sealed anew under the present secret. */
  readonly changed: number
  /** Sealed under it already. */
  readonly kept: number
  /** Under a secret that is not known: as they were. */
  readonly lost: number
}

interface Row {
  readonly merchant_id: string
  readonly sealed: Buffer
  /** The primary key as text, for comparing and naming. */
  readonly keys: readonly string[]
}

const PAGE = 500

/**
 * Seals everything in the database that is sealed under an earlier secret under the present one.
 * Servers may run meanwhile; broken off, it is begun again and finds what is left.
 * @param db across merchants
 */
export async function resealAll(db: Kysely<Database>, crypto: Crypto): Promise<Resealed[]> {
  const all: Resealed[] = []
  for (const column of SEALED_COLUMNS) all.push(await resealColumn(db, crypto, column))
  return all
}

async function resealColumn(
  db: Kysely<Database>,
  crypto: Crypto,
  column: SealedColumn,
): Promise<Resealed> {
  let [changed, kept, lost] = [0, 0, 0]
  let after: readonly string[] | undefined
  for (;;) {
    const rows = await readPage(db, column, after)
    for (const row of rows) {
      const purpose = column.purposeOf(row)
      if (crypto.isPresent(purpose, row.sealed)) kept += 1
      else if (await reseal(db, crypto, column, row)) changed += 1
      else lost += 1
    }
    if (rows.length < PAGE) return { table: column.table, changed, kept, lost }
    after = rows.at(-1)?.keys
  }
}

async function readPage(
  db: Kysely<Database>,
  { table, column, keys }: SealedColumn,
  after: readonly string[] | undefined,
): Promise<readonly Row[]> {
  const names = sql.join(keys.map((key) => sql`${sql.ref(key)}::text`))
  const behind =
    after === undefined
      ? sql``
      : sql`and (${names}) > (${sql.join(after.map((key) => sql`${key}`))})`
  const { rows } = await sql<Row>`
    select merchant_id, ${sql.ref(column)} as sealed, array[${names}] as keys
      from ${sql.table(table)} where ${sql.ref(column)} is not null ${behind}
     order by ${names} limit ${PAGE}`.execute(db)
  return rows
}

/** @returns whether it could be opened; one that was changed meanwhile is under the present secret */
async function reseal(
  db: Kysely<Database>,
  crypto: Crypto,
  sealing: SealedColumn,
  row: Row,
): Promise<boolean> {
  const { table, column, keys } = sealing
  const purpose = sealing.purposeOf(row)
  const plain = tryOpen(crypto, purpose, row.sealed)
  if (plain === undefined) return false
  const place = keys.map((key, index) => sql`${sql.ref(key)}::text = ${row.keys[index]}`)
  await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = ${crypto.seal(purpose, plain)}
     where ${sql.join(place, sql` and `)} and ${sql.ref(column)} = ${row.sealed}`.execute(db)
  return true
}

function tryOpen(crypto: Crypto, purpose: string, sealed: Buffer): Buffer | undefined {
  try {
    return crypto.open(purpose, sealed)
  } catch {
    return undefined
  }
}
