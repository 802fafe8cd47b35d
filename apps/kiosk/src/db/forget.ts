import { EFFECT_TABLES, REPLICA_TABLES } from '@counterfoil/sync'
import { getMeta, type KioskDb, putMeta } from './database'
import type { Credentials, Identity } from './rows'

/**
 * The tablet may not know people and cards any more: they go, and with them everything that could
 * open the server. What is unsent stays, sealed PINs and all; only the names beside it are blanked.
 */
export function forgetPeople(db: KioskDb, state: 'revoked' | 'expired'): Promise<void> {
  return db.transaction('rw', db.tables, async () => {
    const identity = await getMeta(db, 'identity')
    await dropReplica(db)
    for (const table of EFFECT_TABLES) await db[table].clear()
    await db.notices.clear()
    await db.meta.bulkDelete(['credentials', 'pending_pairing'])
    // An expired tablet may yet be asked by a restored server for what it sent.
    if (state === 'revoked') await dropAnswered(db, 1)
    await db.outbox.toCollection().modify({ subject: null })
    if (identity !== undefined) await putMeta(db, 'identity', { ...identity, state })
  })
}

/** Within a transaction: the copy of the server's things, to be pulled anew. */
export async function dropReplica(db: KioskDb): Promise<void> {
  for (const table of REPLICA_TABLES) await db[table].clear()
  await db.meta.bulkDelete(['pulled', 'settings', 'replica_complete', 'synced_at'])
}

/** Deletes what was answered before a time and does not wait to be sent once more. */
export async function dropAnswered(db: KioskDb, from: number, before = Infinity): Promise<void> {
  await db.outbox
    .where('answered_at')
    .between(from, before)
    .and(({ state }) => state === 'answered')
    .delete()
}

/** Operations that no server has answered, parked ones included. */
export async function unsentCount(db: KioskDb): Promise<number> {
  return db.outbox.filter(({ verdict }) => verdict === null).count()
}

/**
 * Becomes what the claim says. A new pairing numbers from 1 and starts with an empty replica; the
 * same one claimed again goes on where it was.
 */
export function becomePaired(
  db: KioskDb,
  identity: Identity,
  credentials: Credentials,
): Promise<void> {
  return db.transaction('rw', db.tables, async () => {
    const before = await getMeta(db, 'identity')
    const same =
      before?.device.id === identity.device.id && before.incarnation === identity.incarnation
    if (before !== undefined && before.merchant.id !== identity.merchant.id) {
      await db.outbox.clear()
    }
    await dropReplica(db)
    if (!same) {
      for (const table of EFFECT_TABLES) await db[table].clear()
      await putMeta(db, 'next_seq', 1)
    }
    await putMeta(db, 'public_urls', await urlsWith(db, before, identity))
    await putMeta(db, 'identity', identity)
    await putMeta(db, 'credentials', credentials)
    await db.meta.delete('pending_pairing')
  })
}

/** Cards outlive a server's address: those printed under an earlier one still count. */
async function urlsWith(
  db: KioskDb,
  before: Identity | undefined,
  now: Identity,
): Promise<readonly string[]> {
  const same = before?.merchant.id === now.merchant.id
  const earlier = same ? ((await getMeta(db, 'public_urls')) ?? [publicUrlOf(before)]) : []
  return [...new Set([publicUrlOf(now), ...earlier])]
}

/** The address that codes carry, without a slash at its end. */
export function publicUrlOf({ api_url }: Identity): string {
  return api_url.replace(/\/api\/v1$/, '')
}
