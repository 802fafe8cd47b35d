import { wordsOf } from '../plural'
import type { VerdictMessages } from '../texts'

const { count } = wordsOf('en')

const codes: VerdictMessages['codes'] = {
  STAFF_UNKNOWN: {
    headline: 'Unknown person',
    sentence: () => 'Nobody with this badge or number works here. Ask the manager.',
  },
  STAFF_INACTIVE: {
    headline: 'Not active',
    sentence: () => 'This person has been switched off. The manager can switch them on again.',
  },
  PIN_WRONG: {
    headline: 'Wrong PIN',
    sentence: ({ attempts_left }) =>
      attempts_left === undefined
        ? 'This PIN does not match. Try again.'
        : `This PIN does not match. ${count(attempts_left, 'attempt', 'attempts')} left.`,
  },
  PIN_UNREADABLE: {
    headline: 'Please type again',
    sentence: () => 'The PIN did not arrive in one piece. Type it once more.',
  },
  STAFF_LOCKED: {
    headline: 'PIN locked',
    sentence: ({ locked_until }) =>
      locked_until === undefined
        ? 'Too many tries. The manager can unlock it.'
        : `Too many tries. Locked until ${locked_until}, or ask the manager to unlock it.`,
  },
  SIGN_ON_MISSING: {
    headline: 'PIN needed',
    sentence: () =>
      'Nobody had signed on for this. Choose your name, type your PIN and do it again.',
  },
  SIGN_ON_REJECTED: {
    headline: 'Sign-on refused',
    sentence: () => 'The PIN behind this was not right. It is kept, and the manager decides.',
  },
  SIGN_ON_EXPIRED: {
    headline: 'Sign on again',
    sentence: () => 'The sign-on had run out. Type your PIN and do it again.',
  },
  CARD_UNKNOWN: {
    headline: 'Unknown card',
    sentence: () =>
      'This card is not one of ours, or it is very new. Find the customer by name instead.',
  },
  CARD_BLOCKED: {
    headline: 'Card blocked',
    sentence: () => 'This card has been replaced or blocked. Ask for the newer one.',
  },
  PROGRAM_INACTIVE: {
    headline: 'Program paused',
    sentence: () => 'This card’s program is not running at the moment. What is on the card stays.',
  },
  STAMP_COOLDOWN: {
    headline: 'Too soon',
    sentence: ({ retry_at }) =>
      retry_at === undefined
        ? 'This card was stamped a moment ago. The next stamp has to wait a little.'
        : `This card was stamped a moment ago. Next stamp from ${retry_at}.`,
  },
  STAMP_DAILY_LIMIT: {
    headline: 'Full for today',
    sentence: ({ limit }) =>
      limit === undefined
        ? 'This card has all its stamps for today. More from tomorrow.'
        : `This card has its ${count(limit, 'stamp', 'stamps')} for today. More from tomorrow.`,
  },
  INSUFFICIENT_BALANCE: {
    headline: 'Not enough yet',
    sentence: ({ balance, needed }) =>
      balance === undefined || needed === undefined
        ? 'There is not enough on this card for the reward yet.'
        : `The reward needs ${needed}; there are ${balance} on this card.`,
  },
  REWARD_UNKNOWN: {
    headline: 'Reward gone',
    sentence: () => 'This reward is no longer offered. Nothing was taken from the card.',
  },
  TICKET_UNKNOWN: {
    headline: 'Unknown ticket',
    sentence: () => 'This ticket is not on the list. Look the guest up by name.',
  },
  TICKET_FORGED: {
    headline: 'Not genuine',
    sentence: () => 'We did not issue this ticket. Please call the manager.',
  },
  TICKET_REVOKED: {
    headline: 'Cancelled',
    sentence: () => 'This ticket was cancelled and no longer lets anyone in.',
  },
  TICKET_WRONG_PERFORMANCE: {
    headline: 'Other show',
    sentence: () => 'This ticket is for another performance. Check its day and time.',
  },
  TICKET_UNCONFIRMED: {
    headline: 'Not confirmed',
    sentence: () => 'This booking was never confirmed. The guest can confirm it from the e-mail.',
  },
  TICKET_ALREADY_ADMITTED: {
    headline: 'Already in',
    sentence: ({ first_at, first_place }) => {
      if (first_at === undefined) return 'This ticket has been used already.'
      return first_place === undefined
        ? `This ticket went in at ${first_at}.`
        : `This ticket went in at ${first_at}, ${first_place}.`
    },
  },
  TICKET_NOT_INSIDE: {
    headline: 'Not inside',
    sentence: () => 'Nobody on this ticket is inside, so nobody can leave on it.',
  },
  PERFORMANCE_FULL: {
    headline: 'Full',
    sentence: ({ capacity, inside }) =>
      capacity === undefined || inside === undefined
        ? 'Every place is taken. Someone has to leave first.'
        : `${inside} of ${capacity} places are taken. Someone has to leave first.`,
  },
  PERFORMANCE_NOT_OPEN: {
    headline: 'Not open yet',
    sentence: ({ opens_at }) =>
      opens_at === undefined ? 'The doors are still closed.' : `Doors open at ${opens_at}.`,
  },
  CLOCK_DOUBLE_TAP: {
    headline: 'Already noted',
    sentence: ({ first_at }) =>
      first_at === undefined
        ? 'This was noted a moment ago. Once is enough.'
        : `This was noted at ${first_at}. Once is enough.`,
  },
  VOID_TOO_LATE: {
    headline: 'Too late',
    sentence: () => 'Undo works for 15 minutes. The manager can still correct it.',
  },
  VOID_UNKNOWN: {
    headline: 'Nothing to undo',
    sentence: () => 'The server does not know what was to be undone. Nothing changed.',
  },
  VOID_ALREADY: {
    headline: 'Already undone',
    sentence: () => 'This was undone before. Nothing more to do.',
  },
  JOB_NOT_ALLOWED: {
    headline: 'Not this tablet',
    sentence: () =>
      'This tablet is not set up for that job. The manager can switch it on in the console.',
  },
  OP_MALFORMED: {
    headline: 'Not readable',
    sentence: () => 'The server could not read this operation. It is kept for the manager to see.',
  },
  KIND_UNKNOWN: {
    headline: 'Not understood',
    sentence: () =>
      'The server does not know this kind of operation yet. It is kept for the manager to see.',
  },
  OP_ID_REUSED: {
    headline: 'Does not match',
    sentence: () =>
      'The server holds something else under this number. Both are kept for the manager to compare.',
  },
  SEQ_REUSED: {
    headline: 'Number used twice',
    sentence: () =>
      'Two operations of this tablet carry one number. Both are kept for the manager to compare.',
  },
}

const flags: VerdictMessages['flags'] = {
  CLOCK_UNCERTAIN: {
    headline: 'Time uncertain',
    sentence: 'The tablet did not know the exact time, so this one is our best reckoning.',
  },
  CLOCK_AHEAD: {
    headline: 'Clock was ahead',
    sentence: 'The tablet’s clock was ahead, so the time of arrival was taken.',
  },
  CLOCK_BEHIND: {
    headline: 'Clock was behind',
    sentence: 'The tablet’s clock was behind, so the time of the operation before was taken.',
  },
  LATE: {
    headline: 'Arrived later',
    sentence: 'The tablet was offline; this arrived more than a minute after it happened.',
  },
  RECOVERED: {
    headline: 'Recovered',
    sentence:
      'This was still on a tablet that had been switched off, and was sent after pairing again.',
  },
  ALREADY_CLOCKED_IN: {
    headline: 'Was already in',
    sentence: 'This person was clocked in already when they clocked in.',
  },
  ALREADY_CLOCKED_OUT: {
    headline: 'Was not in',
    sentence: 'This person was not clocked in when they clocked out.',
  },
  LONG_SHIFT: { headline: 'Long shift', sentence: 'This shift lasted more than twelve hours.' },
  UNVERIFIED: {
    headline: 'Not verified',
    sentence: 'The sign-on behind this was refused; a manager accepted it as a fact.',
  },
}

const kinds: VerdictMessages['kinds'] = {
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
      `${who} let ${subject} in at ${place} (${count(n, 'person', 'people')})`,
  },
  'ticket.exit': {
    noun: 'Exit',
    sentence: ({ who, subject, place }) => `${who} let ${subject} out at ${place}`,
  },
  'ticket.walk_in': {
    noun: 'Walk-in',
    sentence: ({ who, place, count: n }) =>
      `${who} let ${count(n, 'walk-in guest', 'walk-in guests')} in at ${place}`,
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

const accepted: VerdictMessages['accepted'] = {
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

export const verdicts: VerdictMessages = {
  codes,
  flags,
  kinds,
  accepted,
  saved: 'Saved here. We’ll confirm when the network is back.',
  confirmed: 'Confirmed',
  other: {
    headline: 'Refused',
    sentence: 'The server refused this for a reason that this version does not know. It is kept.',
  },
}
