import { DatabaseError } from 'pg'
import { ProblemError, tryLater } from '../problem-error'
import { sqlStateOf } from './sql-state'

/**
 * Not now, but perhaps in a second: locks, serialisation, time-outs, too many connections, no room
 * on the disk, a standby that does not take writes yet.
 */
const BUSY = /^(40001|40P01|55P03|57014|53\d\d\d|58030|25006|25P03|25P04)$/
/**
 * All that PgBouncer itself says as it hangs up: the database is gone, or nobody is free for too
 * long. Of the database, under the same code, it would be a fault of ours and no end.
 */
const HUNG_UP = '08P01'
/** No database to talk to. */
const AWAY =
  /^(08\d\d\d|57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)$/
/** NUL, or a character that the database's encoding lacks. */
const TEXT = /^(22021|22P05)$/
/** What `pg` says without a code. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/

/** What the caller is told of an error that the database made; `undefined` when it is our own bug. */
export function databaseProblem(error: unknown): ProblemError | undefined {
  const cause = rootOf(error)
  const code = sqlStateOf(cause) ?? ''
  if (BUSY.test(code)) return tryLater('UNAVAILABLE', 1, undefined, { cause: error })
  if (AWAY.test(code) || hungUp(cause, code) || isLost(cause) || isNoSocket(cause)) {
    return tryLater('UNAVAILABLE', 2, undefined, { cause: error })
  }
  if (TEXT.test(code)) {
    return new ProblemError('VALIDATION', 'A text holds characters that cannot be stored.')
  }
  return undefined
}

function hungUp(cause: unknown, code: string): boolean {
  return code === HUNG_UP && cause instanceof DatabaseError && cause.severity === 'FATAL'
}

const isLost = (cause: unknown): boolean => cause instanceof Error && LOST.test(cause.message)

/** Nobody listens at a socket that is a file, or too many wait there; of other files it says nothing. */
function isNoSocket(error: unknown): boolean {
  const code = sqlStateOf(error)
  if (code !== 'ENOENT' && code !== 'EAGAIN') return false
  return error instanceof Error && 'syscall' in error && error.syscall === 'connect'
}

/** Several addresses of one host fail as one aggregate. */
function rootOf(error: unknown): unknown {
  return error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error
}
