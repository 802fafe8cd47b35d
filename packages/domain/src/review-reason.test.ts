import { expect, test } from 'vitest'
import { reviewReason } from './review-reason'
import { ACCEPTED, rejected } from './verdict'

const told = (status: 'accepted' | 'rejected' | 'pending') => ({ status, code: null })

test.each([
  ['told yes, decided yes', told('accepted'), ACCEPTED, [], undefined],
  [
    'told yes, decided no',
    told('accepted'),
    rejected('STAMP_COOLDOWN'),
    [],
    'REFUSED_AFTER_SHOWN_ACCEPTED',
  ],
  ['told no, decided yes', told('rejected'), ACCEPTED, [], 'ACCEPTED_AFTER_SHOWN_REJECTED'],
  ['told no, decided no', told('rejected'), rejected('CARD_UNKNOWN'), [], undefined],
  ['told to wait, decided no', told('pending'), rejected('CARD_UNKNOWN'), [], undefined],
  ['late, but as told', told('accepted'), ACCEPTED, ['LATE', 'CLOCK_UNCERTAIN'], undefined],
  ['recovered, as told', told('accepted'), ACCEPTED, ['RECOVERED'], 'RECOVERED'],
  ['number used twice', told('accepted'), rejected('SEQ_REUSED'), [], 'SEQ_REUSED'],
  ['id used twice', told('rejected'), rejected('OP_ID_REUSED'), [], 'ID_REUSED'],
] as const)('R-050: %s', (_, shown, verdict, flags, reason) => {
  expect(reviewReason('loyalty.stamp', shown, verdict, flags)).toBe(reason)
})

test('R-050: lost operations are for a person to see', () => {
  expect(reviewReason('device.lost', told('accepted'), ACCEPTED, [])).toBe('OPERATIONS_LOST')
})
