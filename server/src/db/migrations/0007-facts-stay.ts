import { type Kysely, sql } from 'kysely'

/**
 * An operation and its verdict are facts like the ledger's entries: the database refuses to change
 * or forget them, whoever asks. Costs nothing where rows are only added.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const TABLES = ['operation', 'operation_conflict']

const STATEMENTS = [
  `create function refuse_change_of_facts() returns trigger language plpgsql as
     $$ begin raise exception 'what is in % stays as it is', tg_table_name; end $$`,
  ...TABLES.flatMap((table) => [
    `create trigger ${table}_stays before update or delete on ${table}
       for each row execute function refuse_change_of_facts()`,
    `create trigger ${table}_stays_whole before truncate on ${table}
       for each statement execute function refuse_change_of_facts()`,
  ]),
]
