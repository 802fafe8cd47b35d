import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema'

/** Whom the server works as when the user of DATABASE_URL is above row-level security. */
export const APP_ROLE = 'counterfoil_app'

/** Whether the present user passes over every policy: superusers do, and roles with BYPASSRLS. */
export async function isAboveTheWall<DB>(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{ above: boolean }>`
    select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user
  `.execute(db)
  return rows[0]?.above !== false
}

/** Who may become the role without being a superuser must be its member. */
const GRANT_MEMBERSHIP = `do $$ begin
    if not pg_has_role(current_user, '${APP_ROLE}', 'member') then
      execute format('grant %I to %I', '${APP_ROLE}', current_user);
    end if;
  end $$`

/**
 * Refuses to go on without the second wall.
 * @throws Error when `db`, as it is used, passes over row-level security
 */
export async function requireWall(db: Kysely<Database>): Promise<void> {
  if (!(await isAboveTheWall(db))) return
  throw new Error(
    'the user of DATABASE_URL is above row-level security and a pooler keeps the server from ' +
      `working as ${APP_ROLE}: give it an ordinary user`,
  )
}

/** Makes the ordinary role and lets it do what the server does. Idempotent, on any node. */
export async function ensureAppRole(db: Kysely<never>): Promise<void> {
  if (await isComplete(db)) return
  await db.transaction().execute(async (trx) => {
    // Roles belong to the whole server: another database's node may be at it under another lock.
    await sql
      .raw(`do $$ begin create role ${APP_ROLE} nologin;
        exception when duplicate_object or unique_violation then null; end $$`)
      .execute(trx)
    await sql.raw(GRANT_MEMBERSHIP).execute(trx)
    await sql`select pg_advisory_xact_lock(hashtextextended(${APP_ROLE}, 0))`.execute(trx)
    await sql.raw(`grant usage on schema public to ${APP_ROLE}`).execute(trx)
    await sql
      .raw(`grant select, insert, update, delete on all tables in schema public to ${APP_ROLE}`)
      .execute(trx)
  })
}

async function isComplete(db: Kysely<never>): Promise<boolean> {
  const { rows } = await sql<{ complete: boolean }>`
    select coalesce(bool_and(has_table_privilege(role.oid, pg_class.oid, 'insert')), false)
        as complete
      from pg_roles as role, pg_class
     where rolname = ${APP_ROLE} and relkind in ('r', 'p')
       and relnamespace = current_schema()::regnamespace`.execute(db)
  return rows[0]?.complete === true
}
