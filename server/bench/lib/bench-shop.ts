import { createHash } from 'node:crypto'
import { formatInstant } from '@counterfoil/domain'
import type { Deps } from '../../src/deps'
import { insertCards } from '../../src/loyalty/card.repository'
import { insertProgram, USUAL_POINTS } from '../../src/loyalty/program.repository'
import { createMerchant } from '../../src/merchants/create-merchant'
import { insertStore } from '../../src/merchants/store.repository'
import { preparePin } from '../../src/people/pin'
import { insertStaff } from '../../src/people/staff.repository'
import { makeToken } from '../../src/qr/token'
import { publish } from '../../src/sync/feed'
import { enterLane } from '../../src/sync/lane'
import { type BenchServer, tidy } from './bench-server'

export const BENCH_PIN = '730528'

export interface BenchShop {
  readonly merchant_id: string
  readonly store_id: string
  readonly staff_id: string
  /** Tokens of cards whose program has the usual rules. */
  readonly tokens: readonly string[]
}

const PER_TRANSACTION = 1000

/** One merchant with a person and so many cards. */
export async function makeShop(server: BenchServer, cards: number): Promise<BenchShop> {
  const { deps } = server
  const { db, newId, now } = deps
  const shop = { merchant_id: newId(), store_id: newId(), staff_id: newId() }
  const { merchant_id, store_id, staff_id } = shop
  const program_id = newId()
  const pin = await preparePin(deps, BENCH_PIN)
  await db.transaction().execute(async (trx) => {
    await createMerchant(trx, deps, { merchant_id, name: 'Bench', currency: 'EUR' }, now())
    const store = { id: store_id, code: 'BENCH-1', name: 'Bench', time_zone: 'Europe/Luxembourg' }
    await insertStore(trx, merchant_id, store, now())
    const person = { id: staff_id, name: 'Ada', personnel_number: '1', badge_hash: null, pin }
    await insertStaff(trx, merchant_id, person, now())
    const program = { id: program_id, name: 'Coffee', kind: 'stamps', stamps_required: 10 } as const
    const rules = { reward: 'Coffee', cooldown_minutes: 15, daily_limit: 5, pin_required: true }
    const money = { ...USUAL_POINTS, currency: 'EUR' }
    await insertProgram(trx, merchant_id, { ...program, ...rules, ...money }, now())
  })
  const tokens = Array.from({ length: cards }, makeToken)
  for (let from = 0; from < cards; from += PER_TRANSACTION) {
    const fresh = tokens.slice(from, from + PER_TRANSACTION).map((token) => ({
      id: newId(),
      token_hash: createHash('sha256').update(token).digest('base64url'),
    }))
    await db.transaction().execute(async (trx) => {
      await enterLane(trx, merchant_id)
      const { feed } = await insertCards(trx, merchant_id, { program_id }, fresh, now())
      await publish(trx, merchant_id, feed)
    })
  }
  await tidy(server)
  return { ...shop, tokens }
}

/** A row for a tablet that waits to be claimed, and the columns a pairing gave it. */
export async function insertDevice(
  deps: Deps,
  shop: BenchShop,
  device: { readonly id: string; readonly jti: string; readonly jkt: string },
): Promise<void> {
  const at = formatInstant(deps.now())
  const later = new Date(deps.now() + 86_400_000).toISOString()
  await deps.db
    .insertInto('device')
    .values({
      merchant_id: shop.merchant_id,
      store_id: shop.store_id,
      ...device,
      label: 'Bench',
      jobs: ['loyalty'],
      token_issued_at: at,
      token_expires_at: later,
      pairing_expires_at: later,
      claimed_at: at,
      created_at: at,
    })
    .execute()
}
