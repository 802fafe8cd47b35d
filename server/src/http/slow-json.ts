import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { durationMs, SECOND } from '@counterfoil/domain'
import type { Context } from 'hono'
import type { AppEnv } from './env'

/** Proxies give up on an answer of which nothing has come for a minute, some sooner. */
const BLANK_EVERY = durationMs(10 * SECOND)

const NOT_YET = Symbol('not yet')

/**
 * Answers JSON that may take minutes. Is it not there soon, the answer begins: a blank now and then,
 * which means nothing before JSON, keeps connections alive that would be given up for dead. An error
 * after that breaks the answer off; one before is answered as ever.
 * @param every milliseconds without a word at most
 */
export async function slowJson(
  c: Context<AppEnv>,
  work: Promise<unknown>,
  every: number = BLANK_EVERY,
): Promise<Response> {
  // Otherwise blanks would wait in the compressor.
  c.header('cache-control', 'no-store, no-transform')
  c.header('content-type', 'application/json')
  const soon = await within(work, every)
  if (soon !== NOT_YET) return c.body(JSON.stringify(soon))
  return c.body(Readable.toWeb(Readable.from(inTime(work, every))) as ReadableStream)
}

async function* inTime(work: Promise<unknown>, every: number): AsyncGenerator<Uint8Array> {
  const text = new TextEncoder()
  for (;;) {
    yield text.encode(' ')
    const answer = await within(work, every)
    if (answer === NOT_YET) continue
    yield text.encode(JSON.stringify(answer))
    return
  }
}

async function within(work: Promise<unknown>, ms: number): Promise<unknown> {
  const late = new AbortController()
  try {
    return await Promise.race([work, wait(ms, NOT_YET, { signal: late.signal })])
  } finally {
    late.abort()
  }
}
