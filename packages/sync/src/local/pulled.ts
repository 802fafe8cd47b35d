import { CHANGE_FIELDS, type ChangeEntity } from '@counterfoil/protocol'
import { type LocalTables, readMeta, writeMeta } from './tables'

/** The server's things that this version keeps; any other is passed over. */
export const ENTITIES = {
  device: true,
  staff: true,
  program: true,
  reward: true,
  card: true,
  performance: true,
  ticket: true,
  issuer_key: true,
  settings: true,
  verdict: true,
} as const satisfies Readonly<Record<ChangeEntity, true>>

/** What a pull by this version understands. */
const UNDERSTOOD = [CHANGE_FIELDS, ...Object.keys(ENTITIES).toSorted()].join(' ')

/**
 * The place up to which everything was pulled, or `null` to start anew. A version that understood
 * something else (an older one, or a newer one that was taken back) has passed over changes that
 * this one keeps, so its place is none of ours.
 */
export async function readCursor(db: Pick<LocalTables, 'meta'>): Promise<string | null> {
  const pulled = await readMeta(db, 'pulled')
  return pulled?.understood === UNDERSTOOD ? pulled.cursor : null
}

/** In the transaction that keeps the changes before it. */
export function writeCursor(db: Pick<LocalTables, 'meta'>, cursor: string): Promise<void> {
  return writeMeta(db, 'pulled', { cursor, understood: UNDERSTOOD })
}
