import { createHmac } from 'node:crypto'
import { type EpochMs, formatInstant, HOUR, plus } from '@counterfoil/domain'
import type { Endpoint } from '@counterfoil/protocol'
import { sql, type Transaction } from 'kysely'
import { sqlStateOf } from '../db/sql-state'
import { moment } from '../db/moment'
import { joinTransaction } from '../db/join-transaction'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'
import { holdHints } from './hold-hints'
import type { Call, Handler } from './call'
import type { MerchantCaller } from './caller'

/** How long an answer is kept. */
export const KEPT_FOR = 24 * HOUR
const LOCK_NOT_AVAILABLE = '55P03'

interface Order {
  readonly key: string
  readonly json: unknown
}

interface Kept {
  readonly answer: unknown
  readonly replayed: boolean
}

/**
 * Runs the handler and keeps its answer in one transaction: whatever happens, either both are there
 * or neither is. A second request with the same key waits for the first one's end, because
 * PostgreSQL lets nobody insert a key that another transaction is about to commit.
 * @throws ProblemError VALIDATION for another request under the same key, CONFLICT when the first
 *   takes longer than ten seconds
 */
export async function answerKept<E extends Endpoint, Body>(
  call: Call<E, Body>,
  endpoint: E,
  order: Order,
  handler: Handler<E, Body>,
): Promise<Kept> {
  const hints = holdHints(call.deps.bus)
  const kept = await call.deps.db.transaction().execute(async (trx): Promise<Kept> => {
    const row = rowOf(call, endpoint, order)
    if (!(await claim(trx, row, call.now)))
      return { answer: await recall(trx, call, row), replayed: true }
    const deps = { ...call.deps, db: joinTransaction(trx, call.deps.db), bus: hints.bus }
    const answer: unknown = await handler({ ...call, deps })
    await keep(trx, row, endpoint.status, seal(call, row, answer))
    return { answer, replayed: false }
  })
  hints.release()
  return kept
}

interface Row {
  readonly merchant_id: string
  readonly account_id: string
  readonly key: string
  readonly request_hash: string
  readonly created_at: string
}

function rowOf<E extends Endpoint, B>(call: Call<E, B>, endpoint: E, order: Order): Row {
  // Only a merchant's endpoints come here.
  const { merchant_id, account_id } = call.caller as MerchantCaller
  // Keyed: the body may hold a PIN, and a plain hash of a PIN is the PIN.
  const request_hash = createHmac('sha256', call.deps.crypto.macKey('idempotency'))
    .update(JSON.stringify([endpoint.method, call.c.req.path, order.json ?? null]))
    .digest('base64url')
  return {
    merchant_id,
    account_id,
    key: order.key,
    request_hash,
    created_at: formatInstant(call.now),
  }
}

/** Whether the key is ours now; waits for a transaction that holds it. */
async function claim(trx: Transaction<Database>, row: Row, now: EpochMs): Promise<boolean> {
  await sql`set local lock_timeout = '10s'`.execute(trx)
  try {
    await trx
      .deleteFrom('idempotency')
      .where('merchant_id', '=', row.merchant_id)
      .where('account_id', '=', row.account_id)
      .where('key', '=', row.key)
      .where('created_at', '<', moment(plus(now, -KEPT_FOR)))
      .execute()
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('idempotency')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    await sql`set local lock_timeout to default`.execute(trx)
    return numInsertedOrUpdatedRows === 1n
  } catch (error) {
    if (sqlStateOf(error) !== LOCK_NOT_AVAILABLE) throw error
    throw new ProblemError('CONFLICT', 'The first request with this Idempotency-Key still runs.')
  }
}

async function recall<E extends Endpoint, B>(
  trx: Transaction<Database>,
  call: Call<E, B>,
  row: Row,
): Promise<unknown> {
  const found = await trx
    .selectFrom('idempotency')
    .select(['request_hash', 'answer_sealed'])
    .where('merchant_id', '=', row.merchant_id)
    .where('account_id', '=', row.account_id)
    .where('key', '=', row.key)
    .executeTakeFirstOrThrow()
  if (found.request_hash !== row.request_hash) {
    throw new ProblemError('VALIDATION', 'This Idempotency-Key was used for another request.')
  }
  if (found.answer_sealed === null) return undefined
  return JSON.parse(call.deps.crypto.open(answerPurpose(row), found.answer_sealed).toString())
}

async function keep(
  trx: Transaction<Database>,
  row: Row,
  status: number,
  answer_sealed: Buffer | null,
): Promise<void> {
  await trx
    .updateTable('idempotency')
    .set({ status, answer_sealed })
    .where('merchant_id', '=', row.merchant_id)
    .where('account_id', '=', row.account_id)
    .where('key', '=', row.key)
    .execute()
}

/** Answers hold tokens that are shown once: at rest they are sealed. */
function seal<E extends Endpoint, B>(call: Call<E, B>, row: Row, answer: unknown): Buffer | null {
  if (answer === undefined) return null
  return call.deps.crypto.seal(answerPurpose(row), Buffer.from(JSON.stringify(answer)))
}

/** Under which purpose kept answers are sealed at rest. */
export function answerPurpose(row: Pick<Row, 'merchant_id'>): string {
  return `idempotency/${row.merchant_id}`
}
