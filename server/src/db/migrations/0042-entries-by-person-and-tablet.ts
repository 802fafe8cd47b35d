import { type Kysely, sql } from 'kysely'

/**
 * Entries of one person or one tablet by an index of their own again. The summary of 0040 finds
 * them; but a planner that wants the latest fifty walks the ledger from its end, and those of a
 * tablet that was put away years ago lie at its beginning. Of times, the summary is enough.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `drop index ledger_entry_stretches`,
  `create index ledger_entry_stretches on ledger_entry using brin (occurred_at)
     with (autosummarize = on)`,
  `create index ledger_entry_by_staff on ledger_entry (merchant_id, staff_id, n)
     where staff_id is not null`,
  `create index ledger_entry_by_device on ledger_entry (merchant_id, device_id, n)
     where device_id is not null`,
] as const
