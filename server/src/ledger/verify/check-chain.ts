import {
  CHAIN_START,
  type ChainPoint,
  type Id,
  type LedgerDifference,
  reachesPoint,
  walkEntry,
} from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema'
import { groupBy } from '../../openapi/group-by'
import { sha256Hex } from '../../sync/ledger-chain'
import { checkEntry } from './check-entry'
import { type EntryRow, readEntryRows } from './entry-rows'
import { pagesOf } from './pages'

const NOTED = 'a point noted earlier'

export interface Walked {
  readonly end: ChainPoint
  readonly difference: LedgerDifference | undefined
}

/**
 * Walks the chain from its first entry to the head that the merchant's row names. That it is broken
 * goes before anything that stands beside a whole one and says something else.
 * @param anchors points that somebody noted earlier: they must lie on the chain
 */
export async function checkChain(
  db: Kysely<Database>,
  merchantId: Id,
  anchors: readonly ChainPoint[],
): Promise<Walked> {
  let end = CHAIN_START
  let beside: LedgerDifference | undefined
  const noted = groupBy(anchors, ({ n }) => n)
  const pages = pagesOf<EntryRow>((after) => readEntryRows(db, merchantId, after?.n ?? 0))
  for await (const page of pages) {
    for (const row of page) {
      const step = walkEntry(sha256Hex, end, row)
      if ('fault' in step) return { end, difference: step }
      const missed = missesPoint(step, noted.get(step.n))
      if (missed !== undefined) return { end, difference: missed }
      beside ??= checkEntry(row)
      end = step
    }
  }
  const beyond = anchors.find(({ n }) => n > end.n)
  const head = beyond ?? (await readHead(db, merchantId))
  const short = reachesPoint(end, head, beyond ? NOTED : 'merchant_head')
  return { end, difference: short ?? beside }
}

function missesPoint(
  step: ChainPoint,
  points: readonly ChainPoint[] = [],
): LedgerDifference | undefined {
  const missed = points.find(({ hash }) => hash !== step.hash)
  return missed && reachesPoint(step, missed, NOTED)
}

export async function readHead(db: Kysely<Database>, merchantId: Id): Promise<ChainPoint> {
  return db
    .selectFrom('merchant_head')
    .select(['ledger_n as n', 'ledger_hash as hash'])
    .where('merchant_id', '=', merchantId)
    .executeTakeFirstOrThrow()
}
