import { EFFECT_TABLES, type Identity, type LocalTables, REPLICA_TABLES } from '@counterfoil/sync'
import { identityOf } from './memory-outbox'
import type { Disk } from './memory-tables'

/**
 * What the tablet knows of people and cards goes, what is unsent stays (R: I8). Unless it was
 * revoked, what was answered stays too: a restored server may ask for it.
 */
export async function forgetPeople(
  tables: LocalTables,
  disk: Disk,
  state: 'revoked' | 'expired',
): Promise<void> {
  const identity = identityOf(disk)
  for (const table of REPLICA_TABLES) await tables[table].clear()
  for (const table of OWN) await tables[table].clear()
  const answered = [...disk.outbox.values()].filter((row) => row.state === 'answered')
  if (state === 'revoked') await tables.outbox.bulkDelete(answered.map(({ id }) => id))
  if (identity !== undefined) {
    await tables.meta.put({ key: 'identity', value: { ...identity, state } })
  }
}

const OWN = [...EFFECT_TABLES, 'notices'] as const

/** A new pairing numbers from 1 and starts with an empty replica; what is unsent stays. */
export async function becomePaired(disk: Disk, identity: Identity): Promise<void> {
  for (const table of [...REPLICA_TABLES, ...OWN]) disk[table].clear()
  for (const key of ['pulled', 'settings', 'replica_complete', 'synced_at'] as const) {
    disk.meta.delete(key)
  }
  disk.meta.set('next_seq', 1)
  disk.meta.set('identity', identity)
}
