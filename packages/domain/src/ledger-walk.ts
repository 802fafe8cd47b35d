import { chainHash, GENESIS_HASH, type Json } from './ledger-chain'
import type { LedgerDifference } from './ledger-difference'

/** How far the chain was found whole. */
export interface ChainPoint {
  /** 0 before the first entry. */
  readonly n: number
  readonly hash: string
}

export const CHAIN_START: ChainPoint = { n: 0, hash: GENESIS_HASH }

/** An entry as it is kept: what is hashed, and its two hashes. */
export interface KeptEntry {
  readonly body: { readonly [key: string]: Json }
  readonly prev_hash: string
  readonly hash: string
}

/**
 * one step along the chain. The number follows the one before, `prev_hash` is its hash, and
 * the content has the hash that stands beside it.
 * @param sha256Hex handed in: this package holds no cryptography
 */
export function walkEntry(
  sha256Hex: (text: string) => string,
  before: ChainPoint,
  { body, prev_hash, hash }: KeptEntry,
): ChainPoint | LedgerDifference {
  const n = before.n + 1
  const at = { n, table: 'ledger_entry', row: String(n) }
  if (body['n'] !== n) {
    const found = JSON.stringify(body['n'] ?? null)
    return { fault: 'entry_missing', ...at, field: 'n', expected: String(n), found }
  }
  if (prev_hash !== before.hash) {
    const expected = before.hash
    return { fault: 'link_broken', ...at, field: 'prev_hash', expected, found: prev_hash }
  }
  const expected = chainHash(sha256Hex, prev_hash, body)
  if (hash !== expected) {
    return { fault: 'entry_changed', ...at, field: 'hash', expected, found: hash }
  }
  return { n, hash }
}

/** @returns what is wrong when the chain does not reach a point, or another entry stands there */
export function reachesPoint(
  end: ChainPoint,
  wanted: ChainPoint,
  table: string,
): LedgerDifference | undefined {
  if (end.n === wanted.n && end.hash === wanted.hash) return undefined
  const [expected, found] = [wanted, end].map(({ n, hash }) => `entry ${n} with the hash ${hash}`)
  const place = { n: null, table, row: null, field: 'ledger_n' }
  return { fault: 'end_missing', ...place, expected: expected ?? null, found: found ?? null }
}
