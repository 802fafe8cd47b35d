import {
  type AnswerOf,
  callApi,
  type CallInput,
  type Endpoint,
  NoAnswer,
  openApi,
} from '@counterfoil/protocol'
import { headersFor, pathFor, type Scope } from './scope'

const send = (url: string, init: RequestInit) =>
  fetch(url, { ...init, credentials: 'same-origin', cache: 'no-store' })

/** Calls a route that belongs to no merchant: sign-in, the user, the platform. */
export function callOpen<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  signal?: AbortSignal,
): Promise<AnswerOf<E>> {
  return callApi({ origin: '', fetch: send, ...(signal && { signal }) }, endpoint, input)
}

/** Reads or writes the books of one merchant. */
export function callScoped<E extends Endpoint>(
  scope: Scope,
  endpoint: E,
  input: CallInput<E>,
  extra: { readonly signal?: AbortSignal; readonly headers?: Record<string, string> } = {},
): Promise<AnswerOf<E>> {
  return callApi(
    {
      origin: '',
      fetch: send,
      headers: { ...headersFor(scope), ...extra.headers },
      path: (path) => pathFor(scope, path),
      ...(extra.signal && { signal: extra.signal }),
    },
    endpoint,
    input,
  )
}

/** Fetches what an endpoint answers as a file; the browser keeps a large one on disk. */
export async function fetchFile<E extends Endpoint & { readonly stream: true }>(
  scope: Scope,
  endpoint: E,
  input: CallInput<E>,
): Promise<{ readonly name: string; readonly content: Blob }> {
  const context = {
    origin: '',
    fetch: send,
    headers: headersFor(scope),
    path: (path: string) => pathFor(scope, path),
  }
  const response = await openApi(context, endpoint, input)
  const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')
  try {
    return { name: named?.[1] ?? 'export', content: await response.blob() }
  } catch (cause) {
    throw new NoAnswer('the file broke off', { cause })
  }
}

/**
 * A write that a lost answer cannot double: it is sent once more under the same key before anybody
 * hears that the network is gone.
 */
export async function writeScoped<E extends Endpoint>(
  scope: Scope,
  endpoint: E,
  input: CallInput<E>,
): Promise<AnswerOf<E>> {
  const headers = { 'idempotency-key': crypto.randomUUID() }
  try {
    return await callScoped(scope, endpoint, input, { headers })
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    return callScoped(scope, endpoint, input, { headers })
  }
}
