import { randomBytes } from 'node:crypto'
import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Poster } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../../db/schema'
import { type ChangeBy, change } from '../../merchants/change'
import { requireOpenStore, requireStore } from '../../merchants/store.query'
import { qrPng } from '../../qr/qr-code'
import { hashToken } from '../../qr/token'
import { endSessions } from './end-sessions'
import { merchantToken } from './merchant-token'
import { requirePoster } from './poster.query'

export interface IssuedPoster {
  readonly poster: Poster
  /** Only here, only now: all that is kept is its hash. */
  readonly token: string
  readonly url: string
  readonly qr_png: string
  readonly print_url: string
}

/** a new poster of a store. Every older one, and whatever began at it, is dead at once. */
export async function issuePoster(by: ChangeBy, storeId: Id): Promise<IssuedPoster> {
  const { deps, caller, now } = by
  const { merchant_id, account_id } = caller
  const token = merchantToken(merchant_id, randomBytes(16))
  const poster = await change(by, 'poster.issue', ['clock'], async (trx) => {
    await requireOpenStore(trx, merchant_id, storeId)
    const row = { merchant_id, store_id: storeId, id: deps.newId(), issued_by: account_id }
    await putPoster(trx, { ...row, token_hash: hashToken(token) }, now)
    const answer = await requirePoster(trx, merchant_id, storeId)
    return { answer, subject_id: storeId, detail: { name: answer.store_name }, feed: [] }
  })
  const address = `${deps.config.publicUrl}/stamp`
  const url = `${address}?t=${token}`
  return { poster, token, url, qr_png: await qrPng(url), print_url: `${address}/poster?t=${token}` }
}

interface PosterRow {
  readonly merchant_id: Id
  readonly store_id: Id
  readonly id: Id
  readonly token_hash: string
  readonly issued_by: Id | null
}

/** Puts a poster in the place of the one before, and ends what began at that. */
export async function putPoster(
  trx: Transaction<Database>,
  row: PosterRow,
  now: EpochMs,
): Promise<void> {
  const issued = { ...row, issued_at: formatInstant(now) }
  const { merchant_id, store_id, ...poster } = issued
  await endSessions(trx, merchant_id, { store_id }, now)
  await trx
    .insertInto('poster')
    .values(issued)
    .onConflict((on) => on.columns(['merchant_id', 'store_id']).doUpdateSet(poster))
    .execute()
}

/** The store's poster opens nothing any more. @throws ProblemError NOT_FOUND */
export function withdrawPoster(by: ChangeBy, storeId: Id): Promise<void> {
  const { merchant_id } = by.caller
  return change(by, 'poster.withdraw', ['clock'], async (trx) => {
    const { name } = await requireStore(trx, merchant_id, storeId)
    await endSessions(trx, merchant_id, { store_id: storeId }, by.now)
    await trx
      .deleteFrom('poster')
      .where('merchant_id', '=', merchant_id)
      .where('store_id', '=', storeId)
      .execute()
    return { answer: undefined, subject_id: storeId, detail: { name }, feed: [] }
  })
}
