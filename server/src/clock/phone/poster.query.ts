import { formatInstant, type Id } from '@counterfoil/domain'
import type { Poster } from '@counterfoil/protocol'
import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema'
import { forMerchant } from '../../db/wall/merchant-scope'
import { ProblemError } from '../../problem-error'
import { hashToken } from '../../qr/token'
import { loadClockSettings } from '../clock-settings'
import { merchantOf } from './merchant-token'

interface PosterFilter {
  readonly store_id?: Id | undefined
  /** Store codes behind this one. */
  readonly after?: string | undefined
  readonly limit: number
}

type PosterRow = Poster & { readonly code: string }

/** Every store in use, with its poster or without, by code. */
export async function listPosters(
  db: Kysely<Database>,
  merchantId: Id,
  { store_id, after, limit }: PosterFilter,
): Promise<PosterRow[]> {
  const { phone_punches } = await loadClockSettings(db, merchantId)
  const rows = await db
    .selectFrom('store')
    .leftJoin('poster', (join) =>
      join
        .onRef('poster.merchant_id', '=', 'store.merchant_id')
        .onRef('poster.store_id', '=', 'store.id'),
    )
    .leftJoin('account', 'account.account_id', 'poster.issued_by')
    .select(['store.id', 'store.code', 'store.name', 'poster.issued_at'])
    .select('account.name as issuer')
    .where('store.merchant_id', '=', merchantId)
    .where('store.active', '=', true)
    .$if(store_id !== undefined, (query) => query.where('store.id', '=', store_id ?? ''))
    .$if(after !== undefined, (query) => query.where('store.code', '>', after ?? ''))
    .orderBy('store.code')
    .limit(limit)
    .execute()
  return rows.map(({ id, code, name, issued_at, issuer }) => ({
    code,
    store_id: id,
    store_name: name,
    active: phone_punches && issued_at !== null,
    issued_at: issued_at === null ? null : formatInstant(issued_at),
    issued_by: issuer,
  }))
}

export function posterOf({
  store_id,
  store_name,
  active,
  issued_at,
  issued_by,
}: PosterRow): Poster {
  return { store_id, store_name, active, issued_at, issued_by }
}

/** @throws ProblemError NOT_FOUND */
export async function requirePoster(
  db: Kysely<Database>,
  merchantId: Id,
  storeId: Id,
): Promise<Poster> {
  const [found] = await listPosters(db, merchantId, { store_id: storeId, limit: 1 })
  if (found === undefined) throw new ProblemError('NOT_FOUND', 'There is no such store.')
  return posterOf(found)
}

/** A poster that opens something: the present one of a store, of a merchant who wants phones. */
export interface OpenPoster {
  readonly merchant_id: Id
  readonly poster_id: Id
  readonly merchant_name: string
  readonly store: { readonly id: Id; readonly name: string; readonly time_zone: string }
  /** Holds the merchant's rows and no others. */
  readonly db: Kysely<Database>
}

/** @returns `undefined` for whatever opens nothing: made up, replaced, withdrawn, switched off */
export async function findPoster(
  db: Kysely<Database>,
  token: string,
): Promise<OpenPoster | undefined> {
  const merchant_id = merchantOf(token)
  if (merchant_id === undefined) return undefined
  const own = forMerchant(db, merchant_id)
  const row = await own
    .selectFrom('poster')
    .innerJoin('store', (join) =>
      join
        .onRef('store.merchant_id', '=', 'poster.merchant_id')
        .onRef('store.id', '=', 'poster.store_id'),
    )
    .innerJoin('merchant', 'merchant.merchant_id', 'poster.merchant_id')
    .select(['poster.id as poster_id', 'merchant.name as merchant_name', 'merchant.clock'])
    .select(['store.id', 'store.name', 'store.time_zone'])
    .where('poster.merchant_id', '=', merchant_id)
    .where('poster.token_hash', '=', hashToken(token))
    .where('store.active', '=', true)
    .executeTakeFirst()
  if (row?.clock.phone_punches !== true) return undefined
  const { poster_id, merchant_name, id, name, time_zone } = row
  return { merchant_id, poster_id, merchant_name, store: { id, name, time_zone }, db: own }
}
