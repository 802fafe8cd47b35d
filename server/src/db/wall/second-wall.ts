import { type Kysely, sql } from 'kysely'

/** Names the lock under which one node at a time puts the wall up. */
const LOCK = 0x43_46_57_41

/**
 * Puts every table that has a `merchant_id` behind row-level security, whichever migration made
 * it: without a merchant set (`forMerchant`, `acrossMerchants`) its rows are not to be had. FORCE,
 * because the tables' owner is whom the server signs in as. No subquery in a policy: Citus takes
 * none.
 */
export async function raiseSecondWall(db: Kysely<never>): Promise<void> {
  if ((await openTables(db)).length === 0) return
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx)
    for (const table of await openTables(trx)) {
      for (const statement of wallOf(table)) await sql.raw(statement).execute(trx)
    }
  })
}

function wallOf(table: string): readonly string[] {
  return [
    `alter table ${table} enable row level security, force row level security`,
    // Unset, this cannot be read as an id: a forgotten scope is an error, not an empty answer.
    `drop policy if exists one_merchant on ${table}`,
    `create policy one_merchant on ${table} using (merchant_id = coalesce(nullif(
       current_setting('counterfoil.merchant_id', true), ''), 'no merchant is set')::uuid)`,
    `drop policy if exists across_merchants on ${table}`,
    `create policy across_merchants on ${table} using (coalesce(nullif(
       current_setting('counterfoil.across_merchants', true), ''), 'off')::boolean)`,
  ]
}

/** Tables of merchants, quoted, that lack any part of it. */
async function openTables(db: Kysely<never>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select format('%I', relname) as name from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
       and exists (select from pg_attribute
         where attrelid = pg_class.oid and attname = 'merchant_id' and not attisdropped)
       and not (relrowsecurity and relforcerowsecurity and (select count(*) from pg_policy
         where polrelid = pg_class.oid
           and polname in ('one_merchant', 'across_merchants')) = 2)
     order by relname`.execute(db)
  return rows.map(({ name }) => name)
}
