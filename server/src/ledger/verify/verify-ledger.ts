import type { ChainPoint, Id, LedgerDifference } from '@counterfoil/domain'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../../db/schema'
import { checkCards } from './check-cards'
import { checkCauses } from './check-causes'
import { checkChain } from './check-chain'
import { checkDoors } from './check-doors'
import { checkPunches } from './check-punches'
import { checkSheets } from './check-sheets'
import { earlierPoints } from './earlier-points'

export interface Verification {
  /** How far the chain is whole. */
  readonly end: ChainPoint
  /** The first thing that is not as the ledger says; `undefined` when everything is. */
  readonly difference: LedgerDifference | undefined
}

/** A statement of it may look at the whole ledger. */
const STATEMENT_LIMIT = '15min'

/**
 * walks a merchant's chain, rebuilds every figure from it and compares with the
 * tables. All of it sees the same moment, and takes no lock: the shop works on meanwhile.
 * @param noted points written down earlier and kept elsewhere; like those that earlier verifications
 *   left in the audit, they must lie on the chain
 */
export async function verifyLedger(
  db: Kysely<Database>,
  merchantId: Id,
  noted: readonly ChainPoint[] = [],
): Promise<Verification> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((trx) => verifyIn(trx, merchantId, noted))
}

/** The same within a transaction, which sees all of it as of one moment. */
export async function verifyIn(
  trx: Transaction<Database>,
  merchantId: Id,
  noted: readonly ChainPoint[],
): Promise<Verification> {
  await sql`select set_config('statement_timeout', ${STATEMENT_LIMIT}, true)`.execute(trx)
  const points = [...noted, ...(await earlierPoints(trx, merchantId))]
  const { end, difference } = await checkChain(trx, merchantId, points)
  if (difference !== undefined) return { end, difference }
  for (const check of [checkCauses, checkCards, checkPunches, checkSheets, checkDoors]) {
    const found = await check(trx, merchantId)
    if (found !== undefined) return { end, difference: found }
  }
  return { end, difference: undefined }
}
