import { createHmac, timingSafeEqual } from 'node:crypto'
import type * as z from 'zod'
import type { Crypto } from '../crypto/crypto'
import { ProblemError } from '../problem-error'

const MAC_BYTES = 16

/**
 * Makes an opaque cursor of a position.
 * @param scope list and merchant it belongs to; a cursor of another scope is refused
 */
export function encodeCursor(crypto: Crypto, scope: string, position: unknown): string {
  const body = Buffer.from(JSON.stringify(position))
  return Buffer.concat([macOf(crypto.macKey('cursor'), scope, body), body]).toString('base64url')
}

/**
 * Reads the position back.
 * @returns `undefined` for no cursor: the start
 * @throws ProblemError CURSOR_INVALID when we did not make it, for this scope, of this form
 */
export function decodeCursor<T>(
  crypto: Crypto,
  scope: string,
  schema: z.ZodType<T>,
  cursor: string | undefined,
): T | undefined {
  if (cursor === undefined) return undefined
  const bytes = Buffer.from(cursor, 'base64url')
  const mac = bytes.subarray(0, MAC_BYTES)
  const body = bytes.subarray(MAC_BYTES)
  const genuine = crypto.macKeys('cursor').some((key) => isMac(mac, macOf(key, scope, body)))
  if (!genuine || bytes.toString('base64url') !== cursor) throw new ProblemError('CURSOR_INVALID')
  const parsed = schema.safeParse(JSON.parse(body.toString()))
  // Ours, but of an earlier form: the list starts anew.
  if (!parsed.success) throw new ProblemError('CURSOR_INVALID')
  return parsed.data
}

function isMac(given: Buffer, right: Buffer): boolean {
  return given.length === right.length && timingSafeEqual(given, right)
}

function macOf(key: Uint8Array, scope: string, body: Buffer): Buffer {
  return createHmac('sha256', key).update(`${scope}\0`).update(body).digest().subarray(0, MAC_BYTES)
}

/** A list's page: one row more than asked for tells whether there is a next one. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  cursorOf: (last: Row) => string,
): { items: Item[]; next: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last !== undefined ? cursorOf(last) : null
  return { items: page.map(toItem), next }
}
