import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema'

/** Whether the database holds nothing, or only the tables of a server that nobody used yet. */
export async function isEmpty(db: Kysely<Database>): Promise<boolean> {
  const tables = await tableNames(db)
  if (tables.length === 0) return true
  if (!tables.includes('merchant') || !tables.includes('account')) return false
  const { rows } = await sql`
    select from merchant union all select from account limit 1`.execute(db)
  return rows.length === 0
}

/** Throws away all tables and functions of the schema. */
export async function clearDatabase(db: Kysely<Database>): Promise<void> {
  const tables = await tableNames(db)
  if (tables.length > 0) {
    const list = sql.join(tables.map((name) => sql.id(name)))
    await sql`drop table ${list} cascade`.execute(db)
  }
  const functions = await sql<{ name: string }>`
    select p.oid::regprocedure::text as name from pg_proc p
     where p.pronamespace = current_schema()::regnamespace
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  `.execute(db)
  for (const { name } of functions.rows) await sql.raw(`drop function ${name} cascade`).execute(db)
}

async function tableNames(db: Kysely<Database>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = current_schema()`.execute(db)
  return rows.map(({ name }) => name)
}
