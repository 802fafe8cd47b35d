import { wordsOf } from '../plural'
import type { VerdictMessages } from '../texts'

const { count } = wordsOf('en')

export const kinds: VerdictMessages['kinds'] = {
  'staff.sign_on': {
    noun: 'Sign-on',
    sentence: ({ who, place }) => `${who} signed on at ${place}`,
  },
  'staff.sign_off': {
    noun: 'Sign-off',
    sentence: ({ who, place }) => `${who} signed off at ${place}`,
  },
  'loyalty.stamp': {
    noun: 'Stamp',
    sentence: ({ who, subject, place, count: n }) =>
      n === 1
        ? `${who} stamped card ${subject} at ${place}`
        : `${who} gave card ${subject} ${n} stamps at ${place}`,
  },
  'loyalty.earn': {
    noun: 'Points',
    sentence: ({ who, subject, place }) => `${who} added points to card ${subject} at ${place}`,
  },
  'loyalty.redeem': {
    noun: 'Reward',
    sentence: ({ who, subject, place }) =>
      `${who} redeemed a reward on card ${subject} at ${place}`,
  },
  'ticket.admit': {
    noun: 'Admission',
    sentence: ({ who, subject, place, count: n }) =>
      n === 0
        ? `${who} let ${subject} in at ${place}`
        : `${who} let ${subject} in at ${place} (${count(n, 'person', 'people')})`,
  },
  'ticket.exit': {
    noun: 'Exit',
    sentence: ({ who, subject, place }) => `${who} let ${subject} out at ${place}`,
  },
  'ticket.walk_in': {
    noun: 'Walk-in',
    sentence: ({ who, place, count: n }) =>
      n === 0
        ? `${who} let walk-in guests in at ${place}`
        : `${who} let ${count(n, 'walk-in guest', 'walk-in guests')} in at ${place}`,
  },
  'clock.in': { noun: 'Clock-in', sentence: ({ who, place }) => `${who} clocked in at ${place}` },
  'clock.out': {
    noun: 'Clock-out',
    sentence: ({ who, place }) => `${who} clocked out at ${place}`,
  },
  'clock.break_start': {
    noun: 'Break',
    sentence: ({ who, place }) => `${who} went on a break at ${place}`,
  },
  'clock.break_end': {
    noun: 'Back from break',
    sentence: ({ who, place }) => `${who} came back from a break at ${place}`,
  },
  'op.void': {
    noun: 'Undo',
    sentence: ({ who, subject, place }) => `${who} undid ${subject} at ${place}`,
  },
  'device.lost': {
    noun: 'Lost operations',
    sentence: ({ place, count: n }) =>
      `${place} no longer has ${count(n, 'operation', 'operations')}`,
  },
}

export const accepted: VerdictMessages['accepted'] = {
  'staff.sign_on': 'Signed on',
  'staff.sign_off': 'Signed off',
  'loyalty.stamp': 'Stamped',
  'loyalty.earn': 'Points added',
  'loyalty.redeem': 'Redeemed',
  'ticket.admit': 'Welcome',
  'ticket.exit': 'Goodbye',
  'ticket.walk_in': 'Welcome',
  'clock.in': 'In',
  'clock.out': 'Out',
  'clock.break_start': 'On a break',
  'clock.break_end': 'Back again',
  'op.void': 'Undone',
  'device.lost': 'Noted',
}
