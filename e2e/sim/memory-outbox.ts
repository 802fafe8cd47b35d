import type { EpochMs, Id, SeqRange } from '@counterfoil/domain'
import {
  applyPage,
  type Draft,
  type Identity,
  keepOp,
  numbersGone,
  type Outbox,
  type OutboxRow,
  readCursor,
  type Replica,
  settle,
  type Stream,
} from '@counterfoil/sync'
import { type Disk, tablesOf } from './memory-tables'
import type { Alive, Storage } from './storage'

export function identityOf({ meta }: Disk): Identity | undefined {
  return meta.get('identity') as Identity | undefined
}

function presentOf(disk: Disk): Stream {
  const identity = identityOf(disk)
  if (identity === undefined) throw new Error('not paired')
  return { device_id: identity.device.id, incarnation: identity.incarnation }
}

export function rowsOf(disk: Disk, stream: Stream): OutboxRow[] {
  return [...disk.outbox.values()]
    .filter((row) => isOf(row, stream))
    .toSorted((a, b) => a.seq - b.seq)
}

function isOf(row: OutboxRow, { device_id, incarnation }: Stream): boolean {
  return row.device_id === device_id && row.incarnation === incarnation
}

export interface OutboxOptions {
  readonly storage: Storage
  readonly alive: Alive
  readonly lostDraft: (range: SeqRange) => Draft
  readonly onScreen: (id: Id) => boolean
}

/** The engine's queue on a tablet's simulated storage. */
export function createOutbox({ storage, alive, lostDraft, onScreen }: OutboxOptions): Outbox {
  const read = <T>(work: (disk: Disk) => T): Promise<T> => storage.read(alive, work)
  const change = (which: (row: OutboxRow) => boolean, part: Partial<OutboxRow>): Promise<void> =>
    storage.write(alive, async ({ outbox }) => {
      const rows = [...storage.disk.outbox.values()].filter(which)
      for (const row of rows) await outbox.put({ ...row, ...part })
    })
  return {
    stream: () => read(presentOf),
    earlier: () => read(earlierOf),
    waiting: (stream, limit) =>
      read((disk) =>
        rowsOf(disk, stream)
          .filter(({ state }) => state === 'queued')
          .slice(0, limit),
      ),
    figures: () => read(figuresOf),
    settle: (verdicts, at) =>
      storage.write(alive, (tables) => settle(tables, verdicts, at, onScreen)),
    park: (id, park_reason) => change((row) => row.id === id, { state: 'parked', park_reason }),
    unpark: () => change(({ state }) => state === 'parked', { state: 'queued', park_reason: null }),
    resend: async (stream, ranges) => {
      const within = ({ seq }: OutboxRow) => ranges.some(([from, to]) => from <= seq && seq <= to)
      await change((row) => isOf(row, stream) && row.state === 'answered' && within(row), {
        state: 'queued',
      })
      return read((disk) => goneOf(rowsOf(disk, stream), ranges))
    },
    highestAnswered: (stream) =>
      read((disk) => rowsOf(disk, stream).findLast(({ state }) => state === 'answered')?.seq ?? 0),
    reportLost: (ranges) =>
      storage.write(alive, async (tables) => {
        const identity = identityOf(storage.disk)
        if (identity?.state !== 'paired') return
        for (const range of ranges) await keepOp(tables, identity, lostDraft(range))
      }),
    raiseNextSeq: async (_stream, next) => {
      const known = await read(({ meta }) => Number(meta.get('next_seq') ?? 1))
      if (known >= next) return
      await storage.write(alive, async ({ meta }) => {
        await meta.put({ key: 'next_seq', value: next })
      })
    },
    prune: (before: EpochMs) =>
      storage.write(alive, async ({ outbox }) => {
        const old = [...storage.disk.outbox.values()].filter(
          ({ state, answered_at }) => state === 'answered' && answered_at < before,
        )
        await outbox.bulkDelete(old.map(({ id }) => id))
      }),
  }
}

function earlierOf(disk: Disk): readonly Stream[] {
  const present = presentOf(disk)
  const others = [...disk.outbox.values()].filter((row) => !isOf(row, present))
  const streams = others.map(({ device_id, incarnation }) => ({ device_id, incarnation }))
  return [...new Map(streams.map((stream) => [JSON.stringify(stream), stream])).values()]
}

function figuresOf(disk: Disk) {
  const rows = [...disk.outbox.values()]
  const queued = rows.filter(({ state }) => state === 'queued')
  const oldest = queued.toSorted((a, b) => a.at - b.at)[0]
  const parked = rows.filter(({ state }) => state === 'parked').length
  return { pending: queued.length, oldest_at: oldest?.at ?? null, parked }
}

function goneOf(rows: readonly OutboxRow[], ranges: readonly SeqRange[]): readonly SeqRange[] {
  const held = ranges.flatMap(([from, to]) =>
    rows.map(({ seq }) => seq).filter((seq) => from <= seq && seq <= to),
  )
  const reported = rows.flatMap(({ lost }) => (lost === null ? [] : [lost]))
  return numbersGone(ranges, held, reported)
}

/** The tablet's copy of the server's things, on the same storage. */
export function createReplica(storage: Storage, alive: Alive): Replica {
  return {
    cursor: async () => storage.read(alive, (disk) => readCursor(tablesOf(disk))),
    apply: (page) => storage.write(alive, (tables) => applyPage(tables, page)),
    mark: () => storage.read(alive, ({ meta }) => Number(meta.get('settlements') ?? 0)),
    caughtUp: (mark) =>
      storage.write(alive, async ({ effects, punches, movements, crowds }) => {
        const { disk } = storage
        const isDone = ({ settled }: { readonly settled: number }) =>
          settled >= 1 && settled <= mark
        const idOf = ({ op_id }: { readonly op_id: Id }) => op_id
        await effects.bulkDelete([...disk.effects.values()].filter(isDone).map(idOf))
        await punches.bulkDelete([...disk.punches.values()].filter(isDone).map(idOf))
        await movements.bulkDelete([...disk.movements.values()].filter(isDone).map(idOf))
        await crowds.clear()
      }),
  }
}
