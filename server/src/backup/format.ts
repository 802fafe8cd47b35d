import * as z from 'zod'

/**
 * A backup is gzipped text. The first line is the header, the last the trailer, both JSON; between
 * them, for each table, a line of JSON that names it, its rows as `COPY` writes them, and `\.`.
 * `zcat` shows it, and nothing but PostgreSQL is needed to read the rows.
 */
export const headerSchema = z.object({
  counterfoil_backup: z.literal(1),
  created_at: z.string(),
  /** What the schema was made by, in order. */
  migrations: z.array(z.string()).min(1),
})
export type BackupHeader = z.infer<typeof headerSchema>

export const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()).min(1) })
export type BackupTable = z.infer<typeof tableSchema>

export const trailerSchema = z.object({
  end: z.literal(true),
  rows: z.record(z.string(), z.int()),
  /** Where each merchant's ledger stood. */
  ledgers: z.array(
    z.object({ merchant_id: z.string(), name: z.string(), n: z.int(), hash: z.string() }),
  ),
  /** Of everything before this line. */
  sha256: z.string(),
  /** Of `sha256`, under a key made of SECRET_KEY: tells whose backup it is. */
  mac: z.string(),
})
export type BackupTrailer = z.infer<typeof trailerSchema>

export const END_OF_ROWS = '\\.'

/** Of no use after a restore, or none of its business: people sign in again. */
export const LEFT_OUT: readonly string[] = [
  'session',
  'sign_in_attempt',
  'pairing_code',
  'phone_session',
]
