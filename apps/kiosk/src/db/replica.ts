import { NO_FAILURES, NO_WRONG_PINS } from '@counterfoil/domain'
import type { Change } from '@counterfoil/protocol'
import type { PullPage, Replica } from '@counterfoil/sync'
import { getMeta, type KioskDb, putMeta } from './database'
import { reopening } from './opening'

/** The tablet's copy of what its jobs need; only pull writes it. */
export function createReplica(db: KioskDb): Replica {
  return {
    cursor: async () => (await reopening(db, () => getMeta(db, 'cursor'))) ?? null,
    apply: (page) => reopening(db, () => applyPage(db, page)),
    mark: async () => (await reopening(db, () => getMeta(db, 'settlements'))) ?? 0,
    caughtUp: async (mark) => {
      await reopening(db, () => db.effects.where('settled').between(1, mark, true, true).delete())
    },
  }
}

/** Rows and cursor in one transaction: a page is there or it is not. */
export function applyPage(db: KioskDb, page: PullPage): Promise<void> {
  const tables = [db.meta, db.cards, db.programs, db.staff, db.pins, db.notices]
  return db.transaction('rw', tables, async () => {
    if (page.reset) {
      for (const table of [db.cards, db.programs, db.staff]) await table.clear()
    }
    await applyChanges(db, page.changes)
    await putMeta(db, 'cursor', page.cursor)
    if (!page.more) await putMeta(db, 'synced_at', page.server_time)
    if (page.reset || !page.more) await putMeta(db, 'replica_complete', !page.more)
  })
}

async function applyChanges(db: KioskDb, changes: readonly Change[]): Promise<void> {
  // The last change to a thing within a page is the one that holds.
  const latest = new Map(changes.map((change) => [`${change.entity}/${change.id}`, change]))
  const rows = collect([...latest.values()])
  await db.cards.bulkPut(rows.cards)
  await db.cards.bulkDelete(rows.gone.card)
  await db.programs.bulkPut(rows.programs)
  await db.programs.bulkDelete(rows.gone.program)
  await db.staff.bulkPut(rows.staff)
  await followUnlocks(db, rows.staff)
  await db.staff.bulkDelete(rows.gone.staff)
  await db.notices.bulkDelete(rows.resolved)
  if (rows.settings !== undefined) await putMeta(db, 'settings', rows.settings)
  if (rows.device !== undefined) await followDevice(db, rows.device)
}

/**
 * Whom the server does not call locked starts with a new count here: a manager may just have
 * unlocked them. Should they be locked on this device after all, the server says so again.
 */
async function followUnlocks(db: KioskDb, staff: readonly DataOf<'staff'>[]): Promise<void> {
  const free = staff.filter(({ locked_until }) => locked_until === null).map(({ id }) => id)
  const known = await db.pins.bulkGet(free)
  const counted = known.filter((row) => row !== undefined)
  await db.pins.bulkPut(
    counted.map((row) => Object.assign(row, { counter: NO_WRONG_PINS, person: NO_FAILURES })),
  )
}

type DataOf<E extends Change['entity']> = NonNullable<Extract<Change, { entity: E }>['data']>

interface Collected {
  readonly cards: DataOf<'card'>[]
  readonly programs: DataOf<'program'>[]
  readonly staff: DataOf<'staff'>[]
  readonly gone: { readonly card: string[]; readonly program: string[]; readonly staff: string[] }
  /** Operations that a review has decided: their notice has served. */
  readonly resolved: string[]
  settings?: DataOf<'settings'>
  device?: DataOf<'device'>
}

function collect(changes: readonly Change[]): Collected {
  const found: Collected = {
    cards: [],
    programs: [],
    staff: [],
    gone: { card: [], program: [], staff: [] },
    resolved: [],
  }
  for (const change of changes) sort(found, change)
  return found
}

function sort(found: Collected, change: Change): void {
  switch (change.entity) {
    case 'card':
      if (change.data === null) found.gone.card.push(change.id)
      else found.cards.push(change.data)
      return
    case 'program':
      if (change.data === null) found.gone.program.push(change.id)
      else found.programs.push(change.data)
      return
    case 'staff':
      if (change.data === null) found.gone.staff.push(change.id)
      else found.staff.push(change.data)
      return
    case 'settings':
      if (change.data !== null) found.settings = change.data
      return
    case 'device':
      if (change.data !== null) found.device = change.data
      return
    case 'verdict':
      if (change.data !== null) found.resolved.push(change.data.op_id)
  }
}

/** Label, jobs and store can be changed from the console. */
async function followDevice(db: KioskDb, { id, label, jobs, store }: DataOf<'device'>) {
  const identity = await getMeta(db, 'identity')
  if (identity?.device.id !== id) return
  await putMeta(db, 'identity', { ...identity, device: { id, label, jobs }, store })
}
