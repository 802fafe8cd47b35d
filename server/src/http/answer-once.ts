import type { Endpoint } from '@counterfoil/protocol'
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
  const key = call.c.req.header('idempotency-key')
  if (key === undefined || !isWrite(endpoint)) {
    return toResponse(call, endpoint, await handler(call))
  }
  if (!KEY.test(key)) {
    throw new ProblemError('VALIDATION', 'Idempotency-Key: 1 to 255 visible ASCII characters.')
  }
  const { answer, replayed } = await answerKept(call, endpoint, { key, json }, handler)
  if (replayed) call.c.header('idempotency-replayed', 'true')
  return toResponse(call, endpoint, answer)
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
