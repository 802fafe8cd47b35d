import { type RawBuilder, sql } from 'kysely'
import type { EpochMs, Id } from '@counterfoil/domain'
import type { Batch } from './batch'
import { storable } from './clock'

/** A fragment of SQL. */
export type Part = RawBuilder<unknown>

/** A statement that must write so many rows, or nothing of the batch is kept; it returns one for each. */
export interface Exact {
  readonly part: Part
  readonly rows: number
}

/** Whose rows a statement is about; every table is asked by `merchant` first. */
export interface Scope {
  readonly merchant: Part
  /** Of the stream the ops belong to. */
  readonly device: Id | null
  readonly incarnation: number | null
  readonly sender: Id | null
}

export function scopeOf({ sender, stream }: Batch): Scope {
  return {
    merchant: sql`${sender.merchant_id}::uuid`,
    device: stream?.device_id ?? null,
    incarnation: stream?.incarnation ?? null,
    sender: sender.type === 'device' ? sender.device_id : null,
  }
}

/** Milliseconds since 1970, exactly. */
export function ms(column: string): Part {
  return sql`(extract(epoch from ${sql.ref(column)}) * 1000)::bigint`
}

/** Rows as `jsonb_to_recordset` reads them: one object a row, times as text. */
export type Rows = readonly Readonly<Record<string, unknown>>[]

export function json(rows: Rows): Part {
  return sql`${JSON.stringify(rows)}::jsonb`
}

/** The part, where there are rows for it. */
export function when(rows: readonly unknown[], part: () => Part): readonly Part[] {
  return rows.length === 0 ? [] : [part()]
}

export function optional(at: EpochMs | null): string | null {
  return at === null ? null : storable(at)
}

/** @throws Error when the world lacks what the batch itself put there */
export function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('an effect left nothing behind')
  return thing
}
