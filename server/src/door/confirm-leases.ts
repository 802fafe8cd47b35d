import { equalShares, type Id } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema'
import type { Deps } from '../deps'
import { publish } from '../sync/feed'
import { enterLane } from '../sync/lane'
import { confirmPlaces, type StoredLeases } from './lease-store'
import { keepLeases, settleLeases, withLeaseOf } from './lease.repository'
import { toldOf } from './performance-change'

/** An equal part is split anew when a door has used so much of its own. */
const LOW = 0.5

type Leased = Awaited<ReturnType<typeof withLeaseOf>>[number]

interface Due {
  /** Up to where the door has pulled. */
  readonly pos: number
  readonly performances: readonly Leased[]
}

/**
 * A door was heard from with nothing waiting: what it holds beyond what it has been told is free
 * again, and equal parts are made equal where they ran low. Costs one look where there is nothing
 * to do.
 */
export async function confirmLeases(
  { db, bus }: Pick<Deps, 'db' | 'bus'>,
  merchantId: Id,
  deviceId: Id,
): Promise<void> {
  if ((await due(db, merchantId, deviceId)).performances.length === 0) return
  await db.transaction().execute(async (trx) => {
    await enterLane(trx, merchantId)
    const told = []
    const { pos, performances } = await due(trx, merchantId, deviceId)
    for (const { id, leases } of performances) {
      await keepLeases(trx, merchantId, id, confirmPlaces(leases, deviceId, pos))
      await settleLeases(trx, merchantId, id)
      told.push(await toldOf(trx, merchantId, id))
    }
    await publish(trx, merchantId, told)
  })
  bus.notify(merchantId, ['feed', 'door'])
}

async function due(db: Kysely<Database>, merchantId: Id, deviceId: Id): Promise<Due> {
  const leased = await withLeaseOf(db, merchantId, deviceId)
  if (leased.length === 0) return { pos: 0, performances: [] }
  const device = await db
    .selectFrom('device')
    .select('pulled_pos')
    .where('merchant_id', '=', merchantId)
    .where('id', '=', deviceId)
    .executeTakeFirst()
  const pos = device?.pulled_pos ?? 0
  return { pos, performances: leased.filter((one) => isDue(one, deviceId, pos)) }
}

function isDue({ leases, capacity, inside }: Leased, deviceId: Id, pos: number): boolean {
  const lease = leases[deviceId]
  if (lease === undefined) return false
  if (confirmPlaces(leases, deviceId, pos) !== leases) return true
  if (lease.told !== lease.held) return false
  if (lease.back !== undefined) return true
  if (lease.share !== null) return false
  const even = equalShares(capacity - inside, equalDoors(leases)).get(deviceId) ?? 0
  return lease.held < even * LOW && canMove(leases, deviceId, even, capacity - inside)
}

/** Whether anybody could still give, or the house: without that, each beat would move nothing. */
function canMove(leases: StoredLeases, deviceId: Id, even: number, room: number): boolean {
  const held = Object.values(leases).reduce((sum, lease) => sum + lease.held, 0)
  const others = Object.entries(leases).filter(([id]) => id !== deviceId)
  return held < room || others.some(([, { told }]) => told > even)
}

function equalDoors(leases: StoredLeases): Id[] {
  return Object.entries(leases).flatMap(([id, { share }]) => (share === null ? [id] : []))
}
