import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '@counterfoil/protocol'
import { isRecord, type TransportAnswer } from '@counterfoil/sync'
import type { Credentials } from '../db/rows'
import { signProof } from './dpop'

export interface DeviceRequest {
  readonly method: 'GET' | 'POST'
  /** Below `/api/v1`, with query. */
  readonly path: string
  readonly body?: string
  readonly accept?: string
  readonly signal?: AbortSignal
}

/** Sends requests as this tablet: with its token, a proof by its key, and the server's last nonce. */
export type DeviceFetch = (request: DeviceRequest) => Promise<Response>

/** Bodies worth compressing on a shop's line. */
const COMPRESS_ABOVE = 2048

/**
 * @param apiUrl the public address from the pairing, which proofs must name; requests themselves go
 *   to the server this page came from, so that a token never leaves for anywhere else
 */
export function createDeviceFetch(apiUrl: string, credentials: Credentials): DeviceFetch {
  let nonce: string | null = null

  async function send(request: DeviceRequest): Promise<Response> {
    const htu = `${apiUrl}${request.path.split('?')[0] ?? ''}`
    const proof = await signProof(credentials, { htm: request.method, htu, nonce })
    const headers = new Headers({
      accept: request.accept ?? 'application/json',
      authorization: `DPoP ${credentials.auth_token}`,
      dpop: proof,
      [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
    })
    const body = await encodeBody(request.body, headers)
    const response = await fetch(`/api/v1${request.path}`, {
      method: request.method,
      headers,
      body,
      cache: 'no-store',
      credentials: 'omit',
      // A captive portal answers with a redirect to its own page.
      redirect: 'error',
      signal: request.signal ?? null,
    })
    nonce = response.headers.get('dpop-nonce') ?? nonce
    return response
  }

  return async (request) => {
    const before = nonce
    const response = await send(request)
    const fresh = response.status === 401 && nonce !== before && (await wantsNonce(response))
    return fresh ? send(request) : response
  }
}

async function encodeBody(body: string | undefined, headers: Headers): Promise<BodyInit | null> {
  if (body === undefined) return null
  headers.set('content-type', 'application/json')
  if (body.length < COMPRESS_ABOVE || !('CompressionStream' in globalThis)) return body
  headers.set('content-encoding', 'gzip')
  const packed = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'))
  // A blob, because streams cannot be sent over HTTP/1.1.
  return new Response(packed).blob()
}

async function wantsNonce(response: Response): Promise<boolean> {
  const body = await readJson(response.clone())
  return isRecord(body) && body['code'] === 'USE_DPOP_NONCE'
}

/** The parsed body, or `undefined` when it is not JSON (a portal's page, a cut answer). */
export async function readJson(response: Response): Promise<unknown> {
  if (!/\bjson\b/.test(response.headers.get('content-type') ?? '')) return undefined
  try {
    return await response.json()
  } catch {
    // Cut off or garbled: as good as no answer, and told as such.
    return undefined
  }
}

/** Runs a request and tells what came back; never rejects. */
export async function answerOf(ask: () => Promise<Response>): Promise<TransportAnswer> {
  try {
    const response = await ask()
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
    return {
      kind: 'answer',
      status: response.status,
      body: await readJson(response),
      retry_after_ms: Number.isFinite(seconds) ? seconds * 1000 : null,
    }
  } catch (error) {
    return { kind: 'none', reason: error instanceof Error ? error.message : 'no answer' }
  }
}
