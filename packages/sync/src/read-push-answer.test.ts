import { expect, test } from 'vitest'
import { readPushAnswer } from './read-push-answer'

const AT = '2026-11-20T10:01:00.000Z'

function detailRead(detail: unknown): unknown {
  const verdict = { id: 'op', seq: 1, status: 'rejected', code: 'TICKET_ALREADY_ADMITTED' }
  const answer = readPushAnswer({
    received_at: AT,
    last_seq: 1,
    missing: [],
    verdicts: [{ ...verdict, flags: [], detail, occurred_at: AT }],
  })
  return answer?.verdicts[0]?.detail
}

test('where and when a ticket went in first is kept, as sent', () => {
  const detail = { first: { at: AT, device_label: 'North door' }, admitted: 2, party_size: 2 }
  expect(detailRead(detail)).toEqual(detail)
  expect(detailRead({ ...detail, first: null })).toEqual({ ...detail, first: null })
})

test('what only a newer server can mean is passed over', () => {
  const detail = { admitted: 1, list: [1], first: { at: AT, more: { deep: true } } }
  expect(detailRead(detail)).toMatchObject({ admitted: 1, first: { at: AT } })
  expect(detailRead(detail)).not.toHaveProperty('first.more')
  expect(detailRead('none')).toEqual({})
})
