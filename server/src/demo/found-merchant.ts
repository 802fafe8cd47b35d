import { type EpochMs, formatInstant, HOUR, type Id, type Job, plus } from '@counterfoil/domain'
import type { Transaction } from 'kysely'
import { putPoster } from '../clock/phone/poster'
import { insertCustomer } from '../customers/customer.repository'
import type { Database } from '../db/schema'
import type { Deps } from '../deps'
import { deviceChange } from '../devices/device-change'
import { pairingColumns } from '../devices/pairing'
import { insertCards } from '../loyalty/card.repository'
import { insertProgram, USUAL_POINTS } from '../loyalty/program.repository'
import { insertReward } from '../loyalty/reward.table'
import { createMerchant } from '../merchants/create-merchant'
import { insertStore } from '../merchants/store.repository'
import type { PreparedPin } from '../people/pin'
import { loadStaffChanges } from '../people/staff-change'
import { insertStaff } from '../people/staff.repository'
import { hashToken } from '../qr/token'
import { type FeedChange, publish } from '../sync/feed'
import type { Sender } from '../sync/ingest/batch'
import { COOLDOWN_MINUTES, DAILY_LIMIT, type DemoMerchant, TIME_ZONE } from './cast'
import { demoBadgeToken, demoCardToken, demoPosterToken } from './demo-secrets'

/** A merchant of the demo as it stood on its first day. */
export interface Founded {
  readonly merchant_id: Id
  readonly people: readonly Id[]
  readonly card_tokens: CardTokens
  readonly tablets: readonly Extract<Sender, { type: 'device' }>[]
  /** For the clock. */
  readonly entrance: Extract<Sender, { type: 'device' }> | undefined
}

/** By what their programs count. */
export type CardTokens = Readonly<Record<'stamps' | 'points', readonly string[]>>

interface Founding {
  readonly deps: Pick<Deps, 'crypto' | 'newId'>
  readonly trx: Transaction<Database>
  readonly cast: DemoMerchant
  readonly merchant_id: Id
  readonly at: EpochMs
}

/** Merchant, stores, tablets, people, programs and cards, all made at `at`. */
export async function foundMerchant(
  deps: Founding['deps'],
  trx: Transaction<Database>,
  cast: DemoMerchant,
  pins: readonly PreparedPin[],
  at: EpochMs,
): Promise<Founded> {
  const merchant_id = deps.newId()
  const founding = { deps, trx, cast, merchant_id, at }
  await createMerchant(trx, deps, { merchant_id, name: cast.name, currency: 'EUR' }, at)
  const { tablets, entrance } = await foundStores(founding)
  const people = await foundStaff(founding, pins)
  const card_tokens = await foundPrograms(founding)
  await foundCustomers(founding, card_tokens.stamps)
  return { merchant_id, people, card_tokens, tablets, entrance }
}

async function foundStores(founding: Founding): Promise<Pick<Founded, 'tablets' | 'entrance'>> {
  const { deps, trx, cast, merchant_id, at } = founding
  const tablets: Founded['tablets'][number][] = []
  let entrance: Founded['entrance']
  for (const { tablets: labels, ...facts } of cast.stores) {
    const store = { ...facts, id: deps.newId(), time_zone: TIME_ZONE }
    await insertStore(trx, merchant_id, store, at)
    for (const label of labels) tablets.push(await foundTablet(founding, store, label, ['loyalty']))
    if (cast.entrance === undefined || entrance !== undefined) continue
    entrance = await foundTablet(founding, store, cast.entrance, ['clock'])
    await hangPoster(founding, store.id)
  }
  return { tablets, entrance }
}

type Store = DemoMerchant['stores'][number] & { readonly id: Id; readonly time_zone: string }

/** Phones are switched on, and the poster hangs at the entrance. */
async function hangPoster(
  { deps, trx, cast, merchant_id, at }: Founding,
  store_id: Id,
): Promise<void> {
  const clock = JSON.stringify({ phone_punches: true })
  await trx.updateTable('merchant').set({ clock }).where('merchant_id', '=', merchant_id).execute()
  const token_hash = hashToken(demoPosterToken(deps.crypto, cast.key, merchant_id))
  const row = { merchant_id, store_id, id: deps.newId(), token_hash, issued_by: null }
  await putPoster(trx, row, at)
}

/** A tablet that was paired long ago with a key that nobody holds: it has a past and no future. */
async function foundTablet(
  { deps, trx, merchant_id, at }: Founding,
  { id: store_id, code, name, time_zone }: Omit<Store, 'tablets'>,
  label: string,
  jobs: readonly Job[],
): Promise<Founded['tablets'][number]> {
  const device_id = deps.newId()
  const store = { id: store_id, code, name, time_zone }
  const columns = pairingColumns(deps.newId(), at)
  const row = { merchant_id, id: device_id, store_id, label, jobs, ...columns }
  const claimed_at = formatInstant(plus(at, HOUR / 60))
  const said = { platform: 'Android 15, Chrome 148', app_version: '0.1.0' }
  const created_at = formatInstant(at)
  await trx
    .insertInto('device')
    .values({ ...row, ...said, jkt: hashToken(device_id), claimed_at, created_at })
    .execute()
  await publish(trx, merchant_id, [deviceChange({ id: device_id, label, jobs, store })])
  return { type: 'device', merchant_id, device_id, incarnation: 1, jobs, store, ip: '192.0.2.10' }
}

async function foundStaff(
  { deps, trx, cast, merchant_id, at }: Founding,
  pins: readonly PreparedPin[],
): Promise<Id[]> {
  const ids: Id[] = []
  for (const [index, person] of cast.staff.entries()) {
    const id = deps.newId()
    const badge_hash = hashToken(demoBadgeToken(deps.crypto, cast.key, person))
    await insertStaff(trx, merchant_id, { ...person, id, badge_hash, pin: pins[index] }, at)
    ids.push(id)
  }
  await publish(trx, merchant_id, await loadStaffChanges(trx, merchant_id, ids))
  return ids
}

async function foundPrograms(founding: Founding): Promise<CardTokens> {
  const { deps, trx, cast, merchant_id, at } = founding
  const tokens = { stamps: new Array<string>(), points: new Array<string>() }
  const changes: FeedChange[] = []
  for (const { cards, rewards = [], ...facts } of cast.programs) {
    const id = deps.newId()
    const limits = { cooldown_minutes: COOLDOWN_MINUTES, daily_limit: DAILY_LIMIT }
    const program = { ...facts, ...limits, ...USUAL_POINTS, currency: 'EUR', id }
    changes.push(...(await insertProgram(trx, merchant_id, program, at)))
    for (const reward of rewards) {
      const row = { ...reward, id: deps.newId(), program_id: id }
      changes.push(...(await insertReward(trx, merchant_id, row, at)))
    }
    const before = tokens.stamps.length + tokens.points.length
    const fresh = Array.from({ length: cards }, (_, n) => {
      const token = demoCardToken(deps.crypto, cast.key, before + n)
      return { token, id: deps.newId(), token_hash: hashToken(token) }
    })
    tokens[facts.kind].push(...fresh.map(({ token }) => token))
    const rows = fresh.map(({ id, token_hash }) => ({ id, token_hash }))
    const { feed } = await insertCards(trx, merchant_id, { program_id: id }, rows, at)
    changes.push(...feed)
  }
  await publish(trx, merchant_id, changes)
  return tokens
}

async function foundCustomers(
  { deps, trx, cast, merchant_id, at }: Founding,
  tokens: readonly string[],
): Promise<void> {
  for (const [index, customer] of cast.customers.entries()) {
    const id = deps.newId()
    await insertCustomer(trx, merchant_id, { ...customer, id }, at)
    await trx
      .updateTable('card')
      .set({ customer_id: id })
      .where('merchant_id', '=', merchant_id)
      .where('token_hash', '=', hashToken(tokens[index] ?? ''))
      .execute()
  }
}
