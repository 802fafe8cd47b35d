import { type Kysely, sql } from 'kysely'

/**
 * Every operation is written to each index of the tables it goes to, so those keep the ones that a
 * question needs and no other would answer.
 *
 * `operation_by_received` also led the lane astray: planned while the table is empty, a look-up by
 * id may take it for as good as the primary key, and then read all operations of the merchant for
 * each. What is left beside the key holds only rows that a question names.
 *
 * Entries come in order of time but for what was offline: a summary of each stretch of the table
 * says where to look, and costs a new entry next to nothing.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `drop index operation_by_received`,
  `create index operation_refused on operation (merchant_id, received_at)
     where status = 'rejected'`,
  `drop index ledger_entry_by_time`,
  `create index ledger_entry_stretches on ledger_entry using brin (occurred_at)
     with (autosummarize = on)`,
  // As with the other tables that a batch writes to: see 0003.
  `alter table review drop constraint review_merchant_id_fkey`,
] as const
