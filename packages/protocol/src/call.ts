import type * as z from 'zod'
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from './endpoint'
import { type Problem, problemSchema } from './problem'

/** What a call needs, by what its endpoint declares. */
export type CallInput<E> = (E extends { params: z.ZodType }
  ? { params: ParamsOf<E> }
  : { params?: never }) &
  (E extends { query: z.ZodType } ? { query?: QueryOf<E> } : { query?: never }) &
  (E extends { body: z.ZodType } ? { body: BodyOf<E> } : { body?: never })

export interface CallContext {
  /** Origin before `/api/v1`, or empty for the page's own. */
  readonly origin: string
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly headers?: Readonly<Record<string, string>>
  /** Rewrites the path, as for an admin acting for a merchant. */
  readonly path?: (path: string) => string
  readonly signal?: AbortSignal
}

/** The server answered, and it was a problem document. */
export class ProblemAnswer extends Error {
  override readonly name = 'ProblemAnswer'
  constructor(
    readonly problem: Problem,
    readonly retryAfterSeconds: number | null,
  ) {
    super(`${problem.code}: ${problem.detail}`)
  }
}

/** No answer, or one that is not ours (a captive portal, a proxy's error page). */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

/**
 * Calls one endpoint and reads its answer by its own schema.
 * @throws ProblemAnswer when the server refused; {@link NoAnswer} when nothing of ours came back
 */
export async function callApi<E extends Endpoint>(
  context: CallContext,
  endpoint: E,
  input: CallInput<E>,
): Promise<AnswerOf<E>> {
  const response = await send(context, endpoint, input)
  if (!response.ok) throw await refusal(response)
  if (endpoint.answer === undefined) return undefined as AnswerOf<E>
  const parsed = endpoint.answer.safeParse(await readJson(response))
  if (!parsed.success) throw new NoAnswer('the answer has another form than agreed')
  return parsed.data as AnswerOf<E>
}

/**
 * Calls an endpoint that answers as it goes, and leaves the reading to the caller.
 * @throws ProblemAnswer when the server refused; {@link NoAnswer} when it cannot be reached
 */
export async function openApi<E extends Endpoint & { readonly stream: true }>(
  context: CallContext,
  endpoint: E,
  input: CallInput<E>,
): Promise<Response> {
  const response = await send(context, endpoint, input)
  if (!response.ok) throw await refusal(response)
  return response
}

async function send<E extends Endpoint>(
  context: CallContext,
  endpoint: E,
  input: CallInput<E>,
): Promise<Response> {
  const url = context.origin + addressOf(context, endpoint, input)
  const body = 'body' in input && input.body !== undefined ? JSON.stringify(input.body) : null
  try {
    return await context.fetch(url, {
      method: endpoint.method,
      headers: {
        accept: 'application/json',
        ...(endpoint.method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...context.headers,
      },
      body: endpoint.method === 'GET' ? null : (body ?? '{}'),
      ...(context.signal === undefined ? {} : { signal: context.signal }),
    })
  } catch (cause) {
    if (context.signal?.aborted === true) throw cause
    throw new NoAnswer('the server cannot be reached', { cause })
  }
}

function addressOf<E extends Endpoint>(
  context: CallContext,
  endpoint: E,
  input: CallInput<E>,
): string {
  const params = (input.params ?? {}) as Readonly<Record<string, unknown>>
  const filled = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  )
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (typeof value === 'number' || (typeof value === 'string' && value !== '')) {
      query.set(name, String(value))
    }
  }
  const path = context.path?.(filled) ?? filled
  return query.size === 0 ? path : `${path}?${query}`
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch (cause) {
    throw new NoAnswer('the answer is not JSON', { cause })
  }
}

async function refusal(response: Response): Promise<Error> {
  const parsed = problemSchema.safeParse(await readJson(response))
  if (!parsed.success) return new NoAnswer(`status ${response.status} without a problem`)
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new ProblemAnswer(parsed.data, Number.isFinite(wait) ? wait : null)
}
