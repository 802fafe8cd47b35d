import { type Kysely, sql } from 'kysely'

/**
 * A purchase that earned nothing, taken back by a review, once kept counting in `card_movement`. It
 * moved nothing on the card; but the ledger says that it was taken back, and every verification
 * named the difference.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    update card_movement as m set voided = true
      from ledger_entry as e
     where e.merchant_id = m.merchant_id and e.card_id = m.card_id and e.kind = 'review.void'
       and e.body->>'target_op_id' = m.op_id::text
       and not m.voided and m.points = 0 and m.stamps = 0`.execute(db)
}
