import { totalmem } from 'node:os'

const MIB = 2 ** 20

/**
 * Room that PostgreSQL's defaults do not give a busy shop. The first change of a page after a
 * checkpoint puts all of it into the log, and cards lie scattered over many: with 1 GB of log
 * between two checkpoints these come soon, and it is mostly pages that are logged. What a crash
 * leaves to replay is no more than that. Buffers take memory only as they fill.
 * @param memory bytes that there are for everything
 * @returns settings, as `name=value`
 */
export function roomFor(memory: number): readonly string[] {
  const buffers = Math.min(512, Math.max(128, Math.floor(memory / 8 / MIB)))
  return ['max_wal_size=4GB', `shared_buffers=${buffers}MB`]
}

/** Bytes of this machine, or of the container that holds us. */
export function memoryHere(): number {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}
