import {
  ENDPOINTS,
  PROTOCOL_HEADER,
  PROTOCOL_SUPPORTED,
  type PushEnvelope,
  pushEnvelopeSchema,
} from '@counterfoil/protocol'
import type { Context } from 'hono'
import * as z from 'zod'
import type { Deps } from '../deps'
import type { StoreCaller } from '../http/caller'
import type { AppEnv, Router } from '../http/env'
import { mount } from '../http/mount'
import { ProblemError } from '../problem-error'
import type { Sender } from './ingest/batch'
import type { Ingest } from './ingest/ingest'

export function mountPush(router: Router, deps: Deps, ingest: Ingest): void {
  mount(
    router,
    deps,
    ENDPOINTS.push,
    ({ caller, body, ip, now }) => ingest(senderOf(caller, ip), body, now),
    // An op is judged by itself, however deep it is nested; nothing of ingest recurses.
    { readBody: readVersioned, deepest: Infinity },
  )
}

/** The version first: the envelope of another one may well look malformed. */
function readVersioned(json: unknown, c: Context<AppEnv>): PushEnvelope {
  requireProtocol(c.req.header(PROTOCOL_HEADER))
  return readEnvelope(json)
}

function requireProtocol(version: string | undefined): void {
  const { min, max } = PROTOCOL_SUPPORTED
  const number = /^\d{1,6}$/.test(version ?? '') ? Number(version) : undefined
  if (number !== undefined && number >= min && number <= max) return
  throw new ProblemError('PROTOCOL_UNSUPPORTED', `Send ${PROTOCOL_HEADER}: ${max}.`, { min, max })
}

/** The batch with its ops unread: a bad one must not refuse its neighbours. */
function readEnvelope(json: unknown): PushEnvelope {
  const parsed = pushEnvelopeSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const detail = z.prettifyError(parsed.error).slice(0, 500)
  throw new ProblemError('BATCH_MALFORMED', `The batch cannot be read: ${detail}`)
}

function senderOf(caller: StoreCaller, ip: string): Sender {
  if (caller.type === 'device') return { ...caller, ip }
  const { merchant_id, account_id, store } = caller
  return { type: 'user', merchant_id, account_id, store }
}
