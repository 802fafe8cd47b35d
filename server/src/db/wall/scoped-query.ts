import { type Connection, type PoolClient, Query, type QueryResult } from 'pg'
import { type Scope, SET_SCOPE, valuesOf } from './scope'

/** By these, pg's client hands a query what the database answers; its types leave them out. */
interface Answered {
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: Connection): void
}

/**
 * One statement under a scope in one round trip: the scope is set by a statement of its own in
 * front, without a sync between them, which makes both one transaction. Nothing is left on the
 * connection, so it may go through a transaction pooler.
 */
export function queryInScope(
  client: PoolClient,
  scope: Scope,
  text: string,
  values: readonly unknown[],
): Promise<QueryResult> {
  return new Promise((resolve, reject) => {
    const config = { text, values: [...values], queryMode: 'extended' }
    const query = new Query(config, (error, result) => (error ? reject(error) : resolve(result)))
    client.query(behindScope(query, scope))
  })
}

/** The query as it was, sending the scope first and swallowing the answer to that. */
function behindScope(query: Query, scope: Scope): Query {
  const values = valuesOf(scope)
  const inner = query as Query & Answered
  const submit = inner.submit.bind(inner)
  const handleDataRow = inner.handleDataRow.bind(inner)
  const handleCommandComplete = inner.handleCommandComplete.bind(inner)
  let setting = true
  return Object.assign(inner, {
    submit: (connection: Connection) => {
      connection.stream.cork()
      try {
        connection.parse({ name: '', text: SET_SCOPE, types: [] }, true)
        connection.bind({ values }, true)
        connection.execute(null, true)
        return submit(connection)
      } finally {
        connection.stream.uncork()
      }
    },
    handleDataRow: (message: unknown) => {
      if (!setting) handleDataRow(message)
    },
    handleCommandComplete: (message: unknown, connection: Connection) => {
      if (!setting) handleCommandComplete(message, connection)
      setting = false
    },
  })
}
