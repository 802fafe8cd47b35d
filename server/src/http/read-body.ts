import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ProblemError } from '../problem-error'
import { DEEPEST, parseJson, unreadable } from './json'

/** What a body may measure, as sent and once inflated. */
export const MAX_BODY_BYTES = 256 * 1024

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

/**
 * Reads a JSON body, plain or gzip. No byte beyond the limit is kept or inflated.
 * @param deepest how deep it may be nested
 * @returns `undefined` when there is no body at all
 * @throws ProblemError MEDIA_TYPE, TOO_LARGE or BODY_MALFORMED
 */
export async function readJson(
  request: Request,
  limit: number,
  deepest = DEEPEST,
): Promise<unknown> {
  const type = request.headers.get('content-type')
  if (type !== null && !JSON_TYPE.test(type)) throw new ProblemError('MEDIA_TYPE')
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (encoding !== 'identity' && encoding !== 'gzip') throw new ProblemError('MEDIA_TYPE')
  if (Number(request.headers.get('content-length') ?? 0) > limit)
    throw new ProblemError('TOO_LARGE')
  const bytes = await readBytes(request, limit, encoding === 'gzip')
  if (bytes.length === 0) return undefined
  if (type === null) throw new ProblemError('MEDIA_TYPE')
  return parseJson(decodeUtf8(bytes), deepest)
}

/** The body's bytes, inflated if need be. @throws ProblemError TOO_LARGE, BODY_MALFORMED */
export async function readBytes(request: Request, limit: number, gzip: boolean): Promise<Buffer> {
  if (request.body === null) return Buffer.alloc(0)
  const sent = limited(readChunks(request.body), limit)
  if (!gzip) return gather(sent)
  const source = Readable.from(sent)
  const inflated = createGunzip()
  // A refusal of what was sent must end the inflation too.
  source.on('error', (error) => inflated.destroy(error))
  try {
    return await gather(limited(source.pipe(inflated), limit))
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw unreadable('The body is not valid gzip.')
  } finally {
    source.destroy()
    inflated.destroy()
  }
}

async function* readChunks(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    reader.releaseLock()
  }
}

async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > limit) throw new ProblemError('TOO_LARGE', `More than ${limit} bytes.`)
    yield chunk
  }
}

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw unreadable('The body is not valid UTF-8.')
  }
}
