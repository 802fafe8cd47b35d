import { type EpochMs, HOUR, plus } from '@counterfoil/domain'
import { sql, type Transaction } from 'kysely'
import { hashPassword } from '../auth/passwords'
import { joinTransaction } from '../db/join-transaction'
import { acrossMerchants } from '../db/wall/merchant-scope'
import type { Database } from '../db/schema'
import type { Deps } from '../deps'
import { holdHints } from '../http/hold-hints'
import { preparePin, type PreparedPin } from '../people/pin'
import { openAccounts, openAdmin } from './accounts'
import { type DemoMerchant, HARBOUR, RIVAL } from './cast'
import { demoPin } from './demo-secrets'
import { openEvenings } from './evenings'
import { foundMerchant } from './found-merchant'
import { liveHistory } from './history'

const MERCHANTS = [HARBOUR, RIVAL] as const
/** Names the lock under which one node at a time looks whether there is anything. */
const LOCK = 0x43_46_44_4d

/**
 * Fills an empty database with the demo: two merchants with two weeks of history, a platform admin,
 * a viewer. All or nothing, in one transaction: a start that is cut off leaves it empty.
 *
 * @param password of every demo account
 * @returns whether there was anything to do: a database with any account in it is left alone
 */
export async function ensureDemo(deps: Deps, password: string): Promise<boolean> {
  if (await isInUse(deps.db)) return false
  const now = deps.now()
  const [password_hash, ...pins] = await Promise.all([
    hashPassword(deps.hashing, password),
    ...MERCHANTS.map((cast) => preparePins(deps, cast)),
  ])
  const db = acrossMerchants(deps.db)
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx)
    if (await isInUse(trx)) return false
    await fill({ ...deps, db: joinTransaction(trx, db) }, trx, password_hash, pins, now)
    return true
  })
}

async function isInUse(db: Deps['db']): Promise<boolean> {
  const row = await db.selectFrom('account').select('account_id').limit(1).executeTakeFirst()
  return row !== undefined
}

function preparePins(deps: Deps, { key, staff }: DemoMerchant): Promise<PreparedPin[]> {
  return Promise.all(staff.map((person) => preparePin(deps, demoPin(deps.crypto, key, person))))
}

async function fill(
  deps: Deps,
  trx: Transaction<Database>,
  password_hash: string,
  pins: readonly (readonly PreparedPin[])[],
  now: EpochMs,
): Promise<void> {
  // Nobody listens yet, and what is not committed must not be told.
  const { bus } = holdHints(deps.bus)
  const joined = { ...deps, bus }
  const opening = { trx, newId: deps.newId, password_hash, at: now }
  await openAdmin(opening)
  for (const [index, cast] of MERCHANTS.entries()) {
    const at = plus(now, -24 * HOUR * (cast.history_days + 1))
    const founded = await foundMerchant(deps, trx, cast, pins[index] ?? [], at)
    await openAccounts({ ...opening, at }, founded.merchant_id, cast)
    await liveHistory(joined, cast, founded, now)
    if (cast.key === HARBOUR.key) await openEvenings(joined, founded.merchant_id, now)
  }
}
