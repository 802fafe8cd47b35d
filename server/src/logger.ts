import { type DestinationStream, type Logger, type LoggerOptions, pino, stdSerializers } from 'pino'
import type { LogLevel } from './config'

export type { Logger } from 'pino'

const SECRET = [
  'authorization',
  'dpop',
  'cookie',
  'pin',
  'sealed_pin',
  'password',
  'totp',
  'token',
  'access_token',
  'auth_token',
  'card_token',
  'ticket_token',
  'secret',
]

/**
 * Structured lines on standard output; secrets are cut out even where someone logs too much.
 * @param to for tests; standard output otherwise
 */
export function createLogger(level: LogLevel, to?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
  }
  return to === undefined ? pino(options) : pino(options, to)
}

/**
 * Name, message, stack and SQLSTATE of an error and its causes. What a database says of the values
 * (`detail`, `where`, `parameters`) is left out: they are people's data.
 */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error }
  const { type, message, stack } = stdSerializers.err(error)
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const table = 'table' in error && typeof error.table === 'string' ? { table: error.table } : {}
  return { type, message, stack, ...code, ...table }
}
