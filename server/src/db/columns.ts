import type { EpochMs, Instant } from '@counterfoil/domain'
import type { ColumnType } from 'kysely'

/** `timestamptz(3)`: read as milliseconds, written as RFC 3339 text. */
export type Timestamp = ColumnType<EpochMs, Instant, Instant>
export type NullableTimestamp = ColumnType<
  EpochMs | null,
  Instant | null | undefined,
  Instant | null
>

/** `jsonb`: read as a value, written as its JSON text. */
export type JsonColumn<T> = ColumnType<
  T,
  string | (null extends T ? null : never),
  string | (null extends T ? null : never)
>

export type JsonObject = Readonly<Record<string, unknown>>
