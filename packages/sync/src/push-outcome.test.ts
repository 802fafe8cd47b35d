import { describe, expect, test } from 'vitest'
import type { TransportAnswer } from './ports'
import { judgePush } from './push-outcome'
import { readPushAnswer } from './read-push-answer'
import { readReply } from './reply'
import { problem } from './testing/reference-server'

const SENT = new Set(['a'])
const VERDICT = {
  id: 'a',
  seq: 1,
  status: 'accepted',
  code: null,
  flags: [],
  detail: {},
  occurred_at: '2026-11-20T10:00:00.000Z',
}
const GOOD = {
  received_at: '2026-11-20T10:00:00.000Z',
  last_seq: 1,
  missing: [],
  verdicts: [VERDICT],
}

function outcomeOf(status: number, body: unknown, retry_after_ms: number | null = null) {
  const answer: TransportAnswer = { kind: 'answer', status, body, retry_after_ms }
  return judgePush(readReply(answer, readPushAnswer), SENT)
}

describe('an answer that is not our server’s own is no answer', () => {
  test.each([
    { name: 'a portal’s page', status: 200, body: undefined },
    { name: 'somebody’s JSON', status: 200, body: { ok: true } },
    { name: 'a verdict without status', status: 200, body: { ...GOOD, verdicts: [{ id: 'a' }] } },
    { name: 'a proxy’s 401', status: 401, body: undefined },
    { name: 'a proxy’s 403', status: 403, body: { message: 'TERMINAL_DEVICE_REVOKED' } },
    { name: 'a 403 that only looks like ours', status: 403, body: { code: 'FORBIDDEN' } },
    { name: 'a gateway’s 502', status: 502, body: undefined },
    {
      name: 'a problem of another status',
      status: 403,
      body: problem(401, 'TERMINAL_DEVICE_REVOKED').body,
    },
  ])('$name', ({ status, body }) => {
    expect(outcomeOf(status, body).kind).toBe('retry')
  })
})

test.each([
  { code: 'TERMINAL_DEVICE_REVOKED', status: 401, kind: 'stop' },
  { code: 'TERMINAL_DEVICE_EXPIRED', status: 401, kind: 'stop' },
  { code: 'TOKEN_INVALID', status: 401, kind: 'stop' },
  { code: 'USE_DPOP_NONCE', status: 401, kind: 'retry' },
  { code: 'DPOP_INVALID', status: 401, kind: 'retry' },
  { code: 'FORBIDDEN', status: 403, kind: 'retry' },
  { code: 'NOT_FOUND', status: 404, kind: 'retry' },
  { code: 'CONFLICT', status: 409, kind: 'retry' },
  { code: 'TOO_LARGE', status: 413, kind: 'split' },
  { code: 'BATCH_MALFORMED', status: 400, kind: 'split' },
  { code: 'BODY_MALFORMED', status: 400, kind: 'split' },
  { code: 'VALIDATION', status: 422, kind: 'split' },
  { code: 'PROTOCOL_UNSUPPORTED', status: 426, kind: 'retry' },
  { code: 'RATE_LIMITED', status: 429, kind: 'retry' },
  { code: 'INTERNAL', status: 500, kind: 'doubt' },
  { code: 'UNAVAILABLE', status: 503, kind: 'retry' },
  { code: 'SOMETHING_NEW', status: 418, kind: 'retry' },
])('$code means $kind', ({ code, status, kind }) => {
  expect(outcomeOf(status, problem(status, code).body).kind).toBe(kind)
})

test('the server’s wish to be left alone is passed on', () => {
  expect(outcomeOf(429, problem(429, 'RATE_LIMITED').body, 7000)).toMatchObject({ after_ms: 7000 })
})

test('a newer server may add fields, flags and codes', () => {
  const verdict = { ...VERDICT, status: 'rejected', code: 'BRAND_NEW', flags: ['X', 'LATE'], x: 1 }
  expect(outcomeOf(200, { ...GOOD, more: 'things', verdicts: [verdict] })).toMatchObject({
    kind: 'answered',
    verdicts: [{ status: 'rejected', code: 'OP_MALFORMED', flags: ['LATE'] }],
  })
})

test('verdicts on operations that were not sent are passed over', () => {
  expect(outcomeOf(200, { ...GOOD, verdicts: [{ ...VERDICT, id: 'b' }] }).kind).toBe('doubt')
})
