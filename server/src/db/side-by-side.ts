import type { CompiledQuery, Transaction } from 'kysely'
import type { Database } from './schema'

/** Sends a statement and answers its rows. */
export type Send = <Row>(query: CompiledQuery<Row>) => Promise<Row[]>

/**
 * Statements of one transaction that are sent without waiting for each other's answers; the database
 * takes them in the order in which they were sent. Should one fail, all behind it fail as well.
 * Within the work the transaction itself must not be used: it would wait for the work's end.
 */
export function sideBySide<T>(
  trx: Transaction<Database>,
  work: (send: Send) => Promise<T>,
): Promise<T> {
  return trx.getExecutor().provideConnection((connection) =>
    work(async <Row>(query: CompiledQuery<Row>) => {
      const { rows } = await connection.executeQuery<Row>(query)
      return rows
    }),
  )
}
