import { describe, expect, test } from 'vitest'
import { opSchema } from './op'

const op = {
  id: '01931f6e-7c00-7000-8000-000000000001',
  seq: 1,
  kind: 'loyalty.stamp',
  at: '2026-11-20T10:15:00.123Z',
  offset_ms: -1200,
  sign_on: '01931f6e-7c00-7000-8000-000000000002',
  shown: { status: 'accepted', code: null },
  data: { card_token: 'abc' },
}

describe('an operation', () => {
  test('is read as the contract shows it', () => {
    expect(opSchema.parse(op)).toEqual(op)
  })

  test.each([
    ['an unknown field', { ...op, role: 'owner' }],
    ['an unknown field in the data', { ...op, data: { card_token: 'a', merchant_id: 'x' } }],
    ['a prototype in disguise', JSON.parse(`{"__proto__":{},${JSON.stringify(op).slice(1)}`)],
    ['no zone', { ...op, at: '2026-11-20T10:15:00.123' }],
    ['a zone that is not UTC', { ...op, at: '2026-11-20T10:15:00.123+01:00' }],
    ['an offset with a fraction', { ...op, offset_ms: 0.5 }],
    ['an offset beyond what numbers hold', { ...op, offset_ms: 2 ** 53 }],
    ['an infinite offset', { ...op, offset_ms: Number.POSITIVE_INFINITY }],
    ['a number of zero', { ...op, seq: 0 }],
    ['a negative number', { ...op, seq: -1 }],
    ['no shown', { ...op, shown: undefined }],
    ['no stamps', { ...op, data: { card_token: 'abc', count: 0 } }],
    ['half a stamp', { ...op, data: { card_token: 'abc', count: 0.5 } }],
    ['a kind of other data', { ...op, kind: 'op.void' }],
    [
      'ranges the wrong way round',
      { ...op, kind: 'device.lost', data: { from_seq: 3, to_seq: 2 } },
    ],
    ['text for data', { ...op, data: 'abc' }],
    ['no data', { ...op, data: null }],
  ])('with %s is refused', (_, bad) => {
    expect(opSchema.safeParse(bad).success).toBe(false)
  })
})
