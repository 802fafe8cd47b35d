import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ProblemError } from '../problem-error'
import { readJson } from './read-body'

const LIMIT = 1000

function request(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null,
  headers: Record<string, string> = {},
): Request {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } }
  return new Request('http://localhost/', { ...init, body, duplex: 'half' })
}

async function codeOf(sent: Request, limit = LIMIT): Promise<string> {
  try {
    return JSON.stringify(await readJson(sent, limit)) ?? 'undefined'
  } catch (error) {
    if (error instanceof ProblemError) return error.code
    throw error
  }
}

const gzip = (text: string | Buffer): Request =>
  request(new Uint8Array(gzipSync(text)), { 'content-encoding': 'gzip' })

describe('bodies', () => {
  test('are read plain and gzipped', async () => {
    expect(await codeOf(request('{"a":1}'))).toBe('{"a":1}')
    expect(await codeOf(gzip('{"a":1}'))).toBe('{"a":1}')
  })

  test.each([
    ['cut off', '{"a":'],
    ['no JSON', 'a=b'],
    ['nested ten thousand deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
  ])('%s is malformed', async (_, body) => {
    expect(await codeOf(request(body), 100_000)).toBe('BODY_MALFORMED')
  })

  test('brackets within strings are no depth', async () => {
    const text = JSON.stringify({ a: `"\\${'['.repeat(100)}` })
    expect(await codeOf(request(text))).toBe(text)
  })

  test.each(['text/plain', 'application/json; charset=latin1', 'application/problem+json'])(
    '%s is no media type of ours',
    async (type) => {
      expect(await codeOf(request('{}', { 'content-type': type }))).toBe('MEDIA_TYPE')
    },
  )

  test('a coding other than gzip is refused', async () => {
    expect(await codeOf(request('{}', { 'content-encoding': 'br' }))).toBe('MEDIA_TYPE')
  })

  test('the limit holds at its boundary', async () => {
    const text = (length: number) => JSON.stringify('x'.repeat(length - 2))
    expect(await codeOf(request(text(LIMIT)))).toBe(text(LIMIT))
    expect(await codeOf(request(text(LIMIT + 1)))).toBe('TOO_LARGE')
  })

  test('a body that lies about its length is cut all the same', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(600).fill(32)),
    })
    expect(await codeOf(request(endless, { 'content-length': '10' }))).toBe('TOO_LARGE')
  })

  test('a gzip bomb is left after the limit, not after a hundred megabytes', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024, 32), { level: 9 })
    const sent = request(new Uint8Array(bomb), { 'content-encoding': 'gzip' })
    const before = process.memoryUsage().arrayBuffers
    expect(await codeOf(sent, bomb.length + 1)).toBe('TOO_LARGE')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30 * 1024 * 1024)
  })

  test('gzip that is none, or cut off, is malformed', async () => {
    expect(await codeOf(request('no gzip', { 'content-encoding': 'gzip' }))).toBe('BODY_MALFORMED')
    const half = gzipSync('{"a":"some text to compress"}').subarray(0, 20)
    const sent = request(new Uint8Array(half), { 'content-encoding': 'gzip' })
    expect(await codeOf(sent)).toBe('BODY_MALFORMED')
  })

  test('no body is no error by itself', async () => {
    expect(await codeOf(request(null))).toBe('undefined')
  })
})
