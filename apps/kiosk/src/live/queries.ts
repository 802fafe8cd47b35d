import type { Id } from '@counterfoil/domain'
import { getMeta, type KioskDb } from '../db/database'
import { unsentCount } from '../db/forget'
import { pairedBefore } from '../device/paired-before'
import { Dexie } from 'dexie'
import type { NoticeRow, OutboxRow } from '../db/rows'
import type { Notice, PairingState, QueueEntry } from '../kiosk'

export async function pairingState(db: KioskDb): Promise<PairingState> {
  const identity = await getMeta(db, 'identity')
  if (identity === undefined) {
    const before = pairedBefore()
    return before === null
      ? { kind: 'unpaired' }
      : { kind: 'cleared', store_name: before.store_name }
  }
  const { device, store, merchant, state } = identity
  if (state !== 'paired') {
    return { kind: state, store_name: store.name, unsent: await unsentCount(db) }
  }
  const complete = (await getMeta(db, 'replica_complete')) === true
  return {
    kind: 'paired',
    device_id: device.id,
    label: device.label,
    jobs: device.jobs,
    store_name: store.name,
    merchant_name: merchant.name,
    time_zone: store.time_zone,
    first_sync: complete ? null : { rows: await replicaRows(db) },
  }
}

export async function replicaRows(db: KioskDb): Promise<number> {
  const counts = await Promise.all([db.cards.count(), db.programs.count(), db.staff.count()])
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Finished ones are shown for reassurance; more than this nobody reads. */
const RECENT = 50

/** Everything that waits or was set aside, oldest first, then what was answered lately. */
export async function queueEntries(db: KioskDb, attempts: number): Promise<readonly QueueEntry[]> {
  const identity = await getMeta(db, 'identity')
  const open = await Promise.all(
    (['parked', 'queued'] as const).map((state) =>
      db.outbox.where('[state+at]').between([state, Dexie.minKey], [state, Dexie.maxKey]).toArray(),
    ),
  )
  // oxlint-disable-next-line unicorn/no-array-reverse -- a query's direction, not an array's.
  const answered = await db.outbox.where('answered_at').above(0).reverse().limit(RECENT).toArray()
  const rows = new Map([...open.flat(), ...answered].map((row) => [row.id, row]))
  const isPresent = (row: OutboxRow) =>
    row.device_id === identity?.device.id && row.incarnation === identity.incarnation
  return [...rows.values()].map((row) => entryOf(row, attempts, !isPresent(row)))
}

function entryOf(row: OutboxRow, attempts: number, earlier: boolean): QueueEntry {
  const state = stateOf(row)
  return {
    op_id: row.id,
    kind: row.kind,
    at: row.local.occurred_at,
    subject: row.subject,
    people: peopleIn(row),
    state,
    code: row.verdict?.code ?? null,
    attempts: state === 'waiting' ? attempts : 0,
    seq: row.seq,
    recovered: earlier && row.verdict === null,
    unknown_tablet: state === 'parked' && row.park_reason === 'NOT_FOUND',
  }
}

function peopleIn({ local: { moved } }: OutboxRow): number | null {
  return moved?.type === 'people' ? moved.people : null
}

/** What became of one operation, or `null` when it is not held here. */
export async function opState(db: KioskDb, opId: Id): Promise<QueueEntry['state'] | null> {
  const row = await db.outbox.get(opId)
  return row === undefined ? null : stateOf(row)
}

/** One that is sent again for the server's sake has its verdict: nothing new for a person. */
function stateOf({ state, verdict }: OutboxRow): QueueEntry['state'] {
  if (verdict !== null) return verdict.status === 'accepted' ? 'confirmed' : 'refused'
  return state === 'parked' ? 'parked' : 'waiting'
}

export async function notices(db: KioskDb): Promise<readonly Notice[]> {
  const rows = await db.notices.toArray()
  return rows.toSorted((a, b) => a.at - b.at).map(noticeOf)
}

function noticeOf({ op_id, kind, at, subject, verdict }: NoticeRow): Notice {
  return {
    op_id,
    kind,
    at,
    subject,
    code: verdict.code ?? 'OP_MALFORMED',
    detail: verdict.detail,
  }
}
