import { NO_FAILURES, NO_WRONG_PINS } from '@counterfoil/domain'
import type { Change } from '@counterfoil/protocol'
import type { PullPage } from '../ports'
import { findKeys } from './find-guests'
import { writeCursor } from './pulled'
import type { TicketRow } from './rows'
import { type LocalTables, readMeta, REPLICA_TABLES, writeMeta } from './tables'

/** Keeps a page of changes, and the place behind it. Inside one strict transaction. */
export async function applyPage(db: LocalTables, page: PullPage): Promise<void> {
  if (page.reset) {
    for (const table of REPLICA_TABLES) await db[table].clear()
  }
  await applyChanges(db, page.changes)
  await writeCursor(db, page.cursor)
  if (!page.more) await writeMeta(db, 'synced_at', page.server_time)
  if (page.doors != null) await writeMeta(db, 'doors', page.doors)
  if (page.clock != null) {
    await db.clocks.bulkPut(page.clock.people)
    await writeMeta(db, 'sheet_rules', page.clock.rules)
  }
  if (page.reset || !page.more) await writeMeta(db, 'replica_complete', !page.more)
}

async function applyChanges(db: LocalTables, changes: readonly Change[]): Promise<void> {
  // The last change to a thing within a page is the one that holds.
  const latest = new Map(changes.map((change) => [`${change.entity}/${change.id}`, change]))
  const rows = collect([...latest.values()])
  await db.cards.bulkPut(rows.cards)
  await db.cards.bulkDelete(rows.gone.card)
  await db.programs.bulkPut(rows.programs)
  await db.programs.bulkDelete(rows.gone.program)
  await db.rewards.bulkPut(rows.rewards)
  await db.rewards.bulkDelete(rows.gone.reward)
  await applyDoor(db, rows.door)
  await db.staff.bulkPut(rows.staff)
  await followUnlocks(db, rows.staff)
  await db.staff.bulkDelete(rows.gone.staff)
  await db.notices.bulkDelete(rows.resolved)
  if (rows.settings !== undefined) await writeMeta(db, 'settings', rows.settings)
  if (rows.device !== undefined) await followDevice(db, rows.device)
}

/**
 * Whom the server does not call locked starts with a new count here: a manager may just have
 * unlocked them. Should they be locked on this device after all, the server says so again.
 */
async function followUnlocks(db: LocalTables, staff: readonly DataOf<'staff'>[]): Promise<void> {
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
  readonly rewards: DataOf<'reward'>[]
  readonly staff: DataOf<'staff'>[]
  readonly gone: Readonly<Record<'card' | 'program' | 'reward' | 'staff', string[]>>
  readonly door: DoorCollected
  /** Operations that a review has decided: their notice has served. */
  readonly resolved: string[]
  settings?: DataOf<'settings'>
  device?: DataOf<'device'>
}

function collect(changes: readonly Change[]): Collected {
  const found: Collected = {
    cards: [],
    programs: [],
    rewards: [],
    staff: [],
    gone: { card: [], program: [], reward: [], staff: [] },
    door: { performances: [], tickets: [], keys: [], gone: [] },
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
    case 'reward':
      if (change.data === null) found.gone.reward.push(change.id)
      else found.rewards.push(change.data)
      return
    case 'staff':
      if (change.data === null) found.gone.staff.push(change.id)
      else found.staff.push(change.data)
      return
    case 'performance':
    case 'ticket':
    case 'issuer_key':
      return sortDoor(found.door, change)
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

interface DoorCollected {
  readonly performances: DataOf<'performance'>[]
  readonly tickets: DataOf<'ticket'>[]
  readonly keys: DataOf<'issuer_key'>[]
  readonly gone: { readonly entity: DoorChange['entity']; readonly id: string }[]
}

type DoorChange = Extract<Change, { entity: 'performance' | 'ticket' | 'issuer_key' }>

function sortDoor({ performances, tickets, keys, gone }: DoorCollected, change: DoorChange): void {
  if (change.data === null) gone.push(change)
  else if (change.entity === 'performance') performances.push(change.data)
  else if (change.entity === 'ticket') tickets.push(change.data)
  else keys.push(change.data)
}

async function applyDoor(db: LocalTables, door: DoorCollected): Promise<void> {
  const goneOf = (entity: DoorChange['entity']) =>
    door.gone.filter((one) => one.entity === entity).map(({ id }) => id)
  await db.performances.bulkPut(door.performances)
  await db.performances.bulkDelete(goneOf('performance'))
  await db.tickets.bulkPut(door.tickets.map(withKeys))
  await db.tickets.bulkDelete(goneOf('ticket'))
  await db.issuer_keys.bulkPut(door.keys)
  await db.issuer_keys.bulkDelete(goneOf('issuer_key'))
}

function withKeys(ticket: DataOf<'ticket'>): TicketRow {
  // As made here, not copied: there may be 100,000 of them.
  return Object.assign(ticket, { found_by: findKeys(ticket.performance_id, ticket.name) })
}

/** Label, jobs and store can be changed from the console. */
async function followDevice(db: LocalTables, { id, label, jobs, store }: DataOf<'device'>) {
  const identity = await readMeta(db, 'identity')
  if (identity?.device.id !== id) return
  await writeMeta(db, 'identity', { ...identity, device: { id, label, jobs }, store })
}
