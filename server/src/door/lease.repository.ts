import type { Id } from '@counterfoil/domain'
import type { PerformanceLeases } from '@counterfoil/protocol'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import { ProblemError } from '../problem-error'
import type { FeedChange } from '../sync/feed'
import { type LeaseMode, settlePlaces, type StoredLease, type StoredLeases } from './lease-store'
import { readLeases } from './lease.query'
import { toldOf } from './performance-change'

export interface LeaseWish {
  readonly mode: LeaseMode
  /** `places: null`: an equal part. */
  readonly doors: readonly { readonly device_id: Id; readonly places: number | null }[]
}

/**
 * Splits a performance's room among doors, or takes places back. Whoever may be offline with more
 * than it is to have keeps it until it has been heard from.
 *
 * @throws ProblemError `NOT_FOUND`, `VALIDATION` where the places do not fit or a door is none
 */
export function setLeases(by: ChangeBy, id: Id, wish: LeaseWish): Promise<PerformanceLeases> {
  const { merchant_id } = by.caller
  return change(by, 'performance.lease', ['door'], async (trx) => {
    const row = await lockedRow(trx, merchant_id, id)
    if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such performance.')
    const doors = wish.mode === 'off' ? [] : wish.doors
    await requireDoors(
      trx,
      merchant_id,
      doors.map(({ device_id }) => device_id),
    )
    requireRoom(row.capacity - row.inside, doors)
    await keepLeases(trx, merchant_id, id, wished(row.leases, wish.mode, doors), wish.mode)
    await settleLeases(trx, merchant_id, id)
    const detail = { mode: wish.mode, doors: [...doors] }
    const feed = [await toldOf(trx, merchant_id, id)]
    return { answer: await readLeases(trx, merchant_id, id), subject_id: id, detail, feed }
  })
}

function wished(leases: StoredLeases, mode: LeaseMode, doors: LeaseWish['doors']): StoredLeases {
  const back = Object.entries(leases).map(([id, { told, held, pos }]) => {
    return [id, { share: 0, back: true, told, held, pos }] as const
  })
  const asked = doors.map(({ device_id, places }) => {
    const share = mode === 'automatic' ? null : (places ?? 0)
    const { told = 0, held = 0, pos = 0 } = leases[device_id] ?? {}
    return [device_id, { share, told, held, pos }] as const
  })
  return Object.fromEntries<StoredLease>([...back, ...asked])
}

function requireRoom(room: number, doors: LeaseWish['doors']): void {
  const places = doors.reduce((sum, { places }) => sum + (places ?? 0), 0)
  if (places <= room) return
  throw new ProblemError('VALIDATION', `There is room for ${Math.max(0, room)} more people.`, {
    errors: [
      {
        pointer: '/doors',
        message: 'More places than there is room.',
        code: 'TOO_GREAT',
        limit: Math.max(0, room),
      },
    ],
  })
}

async function requireDoors(
  trx: Transaction<Database>,
  merchantId: Id,
  ids: readonly Id[],
): Promise<void> {
  const { rows } = await sql<{ id: Id }>`
    select id from device where merchant_id = ${merchantId} and id = any(${ids}::uuid[])
      and revoked_at is null and 'door' = any(jobs)`.execute(trx)
  if (rows.length === new Set(ids).size) return
  throw new ProblemError('VALIDATION', 'Leases are for paired tablets that do the door.', {
    errors: [{ pointer: '/doors', message: 'Not a door of this business.', code: 'NOT_AVAILABLE' }],
  })
}

/** Moves a performance's leases towards what they should be. In the merchant's lane. */
export async function settleLeases(
  trx: Transaction<Database>,
  merchantId: Id,
  id: Id,
): Promise<void> {
  const row = await lockedRow(trx, merchantId, id)
  if (row === undefined || Object.keys(row.leases).length === 0) return
  const settled = settlePlaces(row.leases, row.capacity - row.inside, row.feed_pos + 1)
  await keepLeases(trx, merchantId, id, settled)
}

/** A tablet that is gone for good holds nothing. @returns what the others are told */
export async function dropLeases(
  trx: Transaction<Database>,
  merchantId: Id,
  deviceId: Id,
): Promise<FeedChange[]> {
  const told: FeedChange[] = []
  for (const { id, leases } of await withLeaseOf(trx, merchantId, deviceId)) {
    const { [deviceId]: _gone, ...rest } = leases
    await keepLeases(trx, merchantId, id, rest)
    await settleLeases(trx, merchantId, id)
    told.push(await toldOf(trx, merchantId, id))
  }
  return told
}

export function withLeaseOf(db: Kysely<Database>, merchantId: Id, deviceId: Id) {
  return db
    .selectFrom('performance')
    .select(['id', 'capacity', 'inside', 'leases'])
    .where('merchant_id', '=', merchantId)
    .where(sql<boolean>`leases <> '{}' and leases ? ${deviceId}`)
    .execute()
}

/** The lane's head is read with it: its feed will tell what is settled now. */
function lockedRow(trx: Transaction<Database>, merchantId: Id, id: Id) {
  return trx
    .selectFrom('performance')
    .innerJoin('merchant_head', 'merchant_head.merchant_id', 'performance.merchant_id')
    .select(['capacity', 'inside', 'leases', 'merchant_head.feed_pos'])
    .where('performance.merchant_id', '=', merchantId)
    .where('performance.id', '=', id)
    .executeTakeFirst()
}

export async function keepLeases(
  trx: Transaction<Database>,
  merchantId: Id,
  id: Id,
  leases: StoredLeases,
  mode?: LeaseMode,
): Promise<void> {
  await trx
    .updateTable('performance')
    .set({ leases: JSON.stringify(leases), ...(mode !== undefined && { lease_mode: mode }) })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .execute()
}
