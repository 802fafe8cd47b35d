import type { Endpoint } from '@counterfoil/protocol'
import type { Context } from 'hono'
import { ProblemError } from '../problem-error'
import { answerKept } from './idempotency'
import type { Call, Handler } from './call'

/** Visible ASCII, so that it can be logged and compared without surprises. */
const KEY = /^[\x21-\x7e]{1,255}$/

/** Runs the handler and answers; a merchant's write with an `Idempotency-Key` runs once. */
export async function answerOnce<E extends Endpoint, Body>(
  call: Call<E, Body>,
  endpoint: E,
  json: unknown,
  handler: Handler<E, Body>,
): Promise<Response> {
  const key = isWrite(endpoint) ? idempotencyKey(call.c) : undefined
  if (key === undefined) return toResponse(call, endpoint, await handler(call))
  const { answer, replayed } = await answerKept(call, endpoint, { key, json }, handler)
  if (replayed) call.c.header('idempotency-replayed', 'true')
  return toResponse(call, endpoint, answer)
}

/** @throws ProblemError VALIDATION when there is none, or what there is cannot be one */
export function requireIdempotencyKey(c: Context): string {
  const key = idempotencyKey(c)
  if (key !== undefined) return key
  throw new ProblemError('VALIDATION', 'Send an Idempotency-Key: one for each check-in.')
}

function idempotencyKey(c: Context): string | undefined {
  const key = c.req.header('idempotency-key')
  if (key === undefined || KEY.test(key)) return key
  throw new ProblemError('VALIDATION', 'Idempotency-Key: 1 to 255 visible ASCII characters.')
}

/** What answers as it goes is kept nowhere; a verification may be asked for again. */
function isWrite({ caller, method, stream }: Endpoint): boolean {
  return caller === 'merchant' && method !== 'GET' && stream !== true
}

function toResponse<E extends Endpoint, Body>(
  { c }: Call<E, Body>,
  endpoint: E,
  answer: unknown,
): Response {
  if (answer instanceof Response) return answer
  c.header('cache-control', 'no-store')
  if (endpoint.status === 204) return c.body(null, 204)
  const text = JSON.stringify(answer)
  c.header('content-type', 'application/json')
  c.header('content-length', String(Buffer.byteLength(text)))
  return c.body(text, endpoint.status)
}
