import { type Kysely, sql } from 'kysely'

/**
 * The tables that every operation writes to are written behind the merchant's lane, whose own row
 * references the merchant, and from facts read behind it: nothing that they name can be missing, and
 * nothing is ever deleted. Checking that again for each row was a sixth of a batch.
 * Cards and the feed are updated in place for ever, so their pages keep room for it.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table operation drop constraint operation_merchant_id_fkey`,
  `alter table operation_conflict drop constraint operation_conflict_merchant_id_fkey`,
  `alter table ledger_entry drop constraint ledger_entry_merchant_id_fkey`,
  `alter table card_stamp drop constraint card_stamp_merchant_id_card_id_fkey`,
  `alter table feed drop constraint feed_merchant_id_fkey`,
  `alter table card set (fillfactor = 80)`,
  `alter table feed set (fillfactor = 80)`,
] as const
