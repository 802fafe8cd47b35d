import type { ChainPoint, Id } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import * as z from 'zod'
import type { Database } from '../../db/schema'

/** How a verification is named in the audit. */
export const VERIFY_ACTION = 'ledger.verify'

/** What the audit keeps of a verification; `difference` is a sentence. */
const detailSchema = z.object({
  n: z.int().min(1),
  hash: z.string(),
  difference: z.null(),
})

const POINTS = 100

/** Where earlier verifications found the chain whole: those entries must be what they were. */
export async function earlierPoints(
  db: Kysely<Database>,
  merchantId: Id,
): Promise<readonly ChainPoint[]> {
  const rows = await db
    .selectFrom('audit')
    .select('detail')
    .where('merchant_id', '=', merchantId)
    .where('action', '=', VERIFY_ACTION)
    .orderBy('id', 'desc')
    .limit(POINTS)
    .execute()
  return rows.flatMap(({ detail }) => {
    const point = detailSchema.safeParse(detail).data
    return point === undefined ? [] : [{ n: point.n, hash: point.hash }]
  })
}
