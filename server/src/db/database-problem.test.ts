import { DatabaseError } from 'pg'
import { expect, test } from 'vitest'
import { databaseProblem } from './database-problem'

function said(message: string, code: string, severity: string): DatabaseError {
  return Object.assign(new DatabaseError(message, message.length, 'error'), { code, severity })
}

test.each([
  'server conn crashed?',
  'query_wait_timeout',
  'server login has been failing, cached error: the database system is shutting down (server_login_retry)',
])('a pooler that hangs up with "%s" is a database that is away', (message) => {
  expect(databaseProblem(said(message, '08P01', 'FATAL'))?.code).toBe('UNAVAILABLE')
})

test('a message of ours that the database does not understand is our own fault', () => {
  const message = 'bind message supplies 1 parameters, but prepared statement "" requires 2'
  expect(databaseProblem(said(message, '08P01', 'ERROR'))).toBeUndefined()
})
