import { formatInstant } from '@counterfoil/domain'
import { sql } from 'kysely'
import { list } from '../../src/db/list'
import type { Deps } from '../../src/deps'
import { insertProgram, USUAL_POINTS } from '../../src/loyalty/program.repository'
import { createMerchant } from '../../src/merchants/create-merchant'
import { insertStore } from '../../src/merchants/store.repository'
import { preparePin } from '../../src/people/pin'
import { insertStaff } from '../../src/people/staff.repository'
import { hashToken, makeToken } from '../../src/qr/token'
import { cardChange, NO_HISTORY } from '../../src/sync/card-change'
import { publish } from '../../src/sync/feed'
import { enterLane } from '../../src/sync/lane'
import { type BenchServer, tidy } from './bench-server'

export const BENCH_PIN = '730528'

export interface BenchShop {
  readonly merchant_id: string
  readonly store_id: string
  readonly staff_id: string
  /** Tokens of cards whose program has the usual rules, in no order. */
  readonly tokens: readonly string[]
  /** The next card of all: none comes a second time before every other has come. */
  readonly draw: () => string
}

const PER_TRANSACTION = 20_000

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
    const chunk = tokens.slice(from, from + PER_TRANSACTION)
    await storeCards(deps, { merchant_id, program_id, from }, chunk)
  }
  await tidy(server)
  // Tablets meet cards in another order than the one in which they were stored.
  const order = shuffled(tokens)
  let drawn = 0
  return { ...shop, tokens: order, draw: () => order[drawn++ % order.length] ?? '' }
}

interface Cards {
  readonly merchant_id: string
  readonly program_id: string
  /** How many there are already. */
  readonly from: number
}

/** As `insertCards` does it, in one statement for any number of them. */
async function storeCards(
  { db, newId, now }: Deps,
  { merchant_id, program_id, from }: Cards,
  tokens: readonly string[],
): Promise<void> {
  const empty = { program_id, status: 'active', stamps: 0, points: 0 } as const
  const rows = tokens.map((token, index) => {
    const number = String(from + index).padStart(10, '0')
    return { ...empty, id: newId(), number, token_hash: hashToken(token) }
  })
  const column = (name: 'id' | 'number' | 'token_hash') => rows.map((row) => row[name])
  await db.transaction().execute(async (trx) => {
    await enterLane(trx, merchant_id)
    await sql`
      insert into card (merchant_id, program_id, created_at, id, number, token_hash)
      select ${merchant_id}::uuid, ${program_id}::uuid, ${formatInstant(now())}::timestamptz, r.*
      from unnest(${list('uuid', column('id'))}, ${list('text', column('number'))},
        ${list('text', column('token_hash'))}) as r`.execute(trx)
    const changes = rows.map((row) => cardChange(row, NO_HISTORY, now()))
    await publish(trx, merchant_id, changes)
  })
}

function shuffled<T>(things: readonly T[]): T[] {
  const mixed = [...things]
  for (const [index, thing] of things.entries()) {
    const other = Math.floor(Math.random() * (index + 1))
    mixed[index] = mixed[other] ?? thing
    mixed[other] = thing
  }
  return mixed
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
