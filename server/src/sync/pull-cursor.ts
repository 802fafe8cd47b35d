import * as z from 'zod'
import type { Crypto } from '../crypto/crypto'
import { decodeCursor, encodeCursor } from '../http/cursor'
import type { Puller } from './puller'

/**
 * What a cursor remembers of the two books that are never rewritten: a server without these entries
 * was restored from before, and its positions mean other things.
 */
const booksSchema = z.strictObject({
  /** Number of the ledger's latest entry, and the beginning of its hash. */
  n: z.int().min(0),
  hash: z.string(),
  /** The latest change by a person. */
  audit: z.string().nullable(),
})

const positionSchema = z.strictObject({
  pos: z.int().min(0),
  incarnation: z.int(),
  jobs: z.string(),
  epoch: z.int(),
  books: booksSchema,
})

export type Books = z.infer<typeof booksSchema>

/** Where a replica stands, and for whom it was filled. */
export type PullPosition = z.infer<typeof positionSchema>

export function encodePullCursor(crypto: Crypto, puller: Puller, position: PullPosition): string {
  return encodeCursor(crypto, scopeOf(puller), position)
}

/**
 * @returns `undefined` at the start
 * @throws ProblemError CURSOR_INVALID for a cursor that is not ours, or another's
 */
export function decodePullCursor(
  crypto: Crypto,
  puller: Puller,
  cursor: string | undefined,
): PullPosition | undefined {
  return decodeCursor(crypto, scopeOf(puller), positionSchema, cursor)
}

function scopeOf({ merchant_id, device_id, account_id }: Puller): string {
  return `pull/${merchant_id}/${device_id ?? account_id}`
}
