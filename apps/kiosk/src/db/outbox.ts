import type { SeqRange } from '@counterfoil/domain'
import {
  type Draft,
  keepOp,
  numbersGone,
  type OnScreen,
  OP_TABLES,
  type Outbox,
  type Stream,
} from '@counterfoil/sync'

import { Dexie } from 'dexie'
import { getMeta, type KioskDb, putMeta } from './database'
import { dropAnswered } from './forget'
import { reopening } from './opening'
import { ofState, queueFigures } from './queue-figures'
import type { OutboxRow } from './rows'
import { settleVerdicts } from './settle'

export interface OutboxParts {
  readonly db: KioskDb
  /** The pairing whose session this is. */
  readonly stream: Stream
  readonly onScreen: OnScreen
  /** A `device.lost` operation for a range, without its number. */
  readonly lostDraft: (range: SeqRange) => Draft
}

/** The engine's queue, on this tablet's database. */
export function createOutbox({ db, stream, onScreen, lostDraft }: OutboxParts): Outbox {
  const outbox: Outbox = {
    stream: () => Promise.resolve(stream),
    earlier: () => earlierStreams(db, stream),
    waiting: ({ device_id, incarnation }, limit) =>
      db.outbox
        .where('[device_id+incarnation+state+seq]')
        .between(
          [device_id, incarnation, 'queued', Dexie.minKey],
          [device_id, incarnation, 'queued', Dexie.maxKey],
        )
        .limit(limit)
        .toArray(),
    figures: () => queueFigures(db),
    settle: (verdicts, receivedAt, told) =>
      settleVerdicts(db, verdicts, receivedAt, (id) => told.has(id) || onScreen(id)),
    park: async (id, reason) => {
      await db.outbox.update(id, { state: 'parked', park_reason: reason })
    },
    unpark: async () => {
      await ofState(db, 'parked').modify({ state: 'queued', park_reason: null })
    },
    resend: (stream, ranges) => resend(db, stream, ranges),
    highestAnswered: async ({ device_id, incarnation }) =>
      (await ofStream(db, { device_id, incarnation }, 'answered').last())?.seq ?? 0,
    reportLost: (ranges) => reportLost(db, ranges.map(lostDraft)),
    raiseNextSeq: (stream, next) => raiseNextSeq(db, stream, next),
    prune: async (before) => {
      await dropAnswered(db, 1, before)
      await db.sign_ons.where('occurred_at').below(before).delete()
    },
  }
  return reopeningEach(db, outbox)
}

/** Every call survives a connection that the browser closed; each is one transaction. */
function reopeningEach(db: KioskDb, outbox: Outbox): Outbox {
  return {
    stream: outbox.stream,
    earlier: () => reopening(db, outbox.earlier),
    waiting: (...args) => reopening(db, () => outbox.waiting(...args)),
    figures: () => reopening(db, outbox.figures),
    settle: (...args) => reopening(db, () => outbox.settle(...args)),
    park: (...args) => reopening(db, () => outbox.park(...args)),
    unpark: () => reopening(db, outbox.unpark),
    resend: (...args) => reopening(db, () => outbox.resend(...args)),
    highestAnswered: (...args) => reopening(db, () => outbox.highestAnswered(...args)),
    reportLost: (...args) => reopening(db, () => outbox.reportLost(...args)),
    raiseNextSeq: (...args) => reopening(db, () => outbox.raiseNextSeq(...args)),
    prune: (...args) => reopening(db, () => outbox.prune(...args)),
  }
}

function ofStream(db: KioskDb, { device_id, incarnation }: Stream, state: OutboxRow['state']) {
  return db.outbox
    .where('[device_id+incarnation+state+seq]')
    .between(
      [device_id, incarnation, state, Dexie.minKey],
      [device_id, incarnation, state, Dexie.maxKey],
    )
}

async function earlierStreams(db: KioskDb, present: Stream): Promise<readonly Stream[]> {
  const keys = await db.outbox.orderBy('[device_id+incarnation]').uniqueKeys()
  const streams = new Map<string, Stream>()
  for (const key of keys) {
    const [device_id, incarnation] = key as unknown as [string, number]
    if (device_id === present.device_id && incarnation === present.incarnation) continue
    streams.set(`${device_id}/${incarnation}`, { device_id, incarnation })
  }
  return [...streams.values()]
}

function resend(
  db: KioskDb,
  { device_id, incarnation }: Stream,
  ranges: readonly SeqRange[],
): Promise<readonly SeqRange[]> {
  return db.transaction('rw', db.outbox, async () => {
    const held: number[] = []
    for (const [from, to] of ranges) {
      const rows = db.outbox
        .where('[device_id+incarnation+seq]')
        .between([device_id, incarnation, from], [device_id, incarnation, to], true, true)
      for (const row of await rows.toArray()) {
        held.push(row.seq)
        if (row.state === 'answered') await db.outbox.update(row.id, { state: 'queued' })
      }
    }
    const reports = await db.outbox
      .where({ device_id, incarnation })
      .filter(({ lost }) => lost !== null)
      .toArray()
    const reported = reports.flatMap(({ lost }) => (lost === null ? [] : [lost]))
    return numbersGone(ranges, held, reported)
  })
}

function reportLost(db: KioskDb, drafts: readonly Draft[]): Promise<void> {
  return db.transaction('rw', OP_TABLES, async () => {
    const identity = await getMeta(db, 'identity')
    if (identity?.state !== 'paired') return
    for (const draft of drafts) await keepOp(db, identity, draft)
  })
}

async function raiseNextSeq(db: KioskDb, stream: Stream, next: number): Promise<void> {
  if (((await getMeta(db, 'next_seq')) ?? 1) >= next) return
  await db.transaction('rw', db.meta, async () => {
    const identity = await getMeta(db, 'identity')
    const same =
      identity?.device.id === stream.device_id && identity.incarnation === stream.incarnation
    if (same && ((await getMeta(db, 'next_seq')) ?? 1) < next) await putMeta(db, 'next_seq', next)
  })
}
