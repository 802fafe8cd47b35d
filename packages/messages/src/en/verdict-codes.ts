import { wordsOf } from '../plural'
import type { VerdictMessages } from '../texts'

const { count } = wordsOf('en')

export const codes: VerdictMessages['codes'] = {
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
      'This card is not one of ours, or it is very new. Ask the customer for another, or try again when online.',
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
    sentence: ({ capacity, inside, leased, kept, left = 0 }) => {
      if (left > 0)
        return `Only ${count(left, 'place is', 'places are')} left here. Let fewer of them in.`
      if (leased !== undefined || kept !== undefined)
        return 'No place is left for this door. Send them to another, or let someone leave first.'
      return capacity === undefined || inside === undefined
        ? 'Every place is taken. Someone has to leave first.'
        : `${inside} of ${capacity} places are taken. Someone has to leave first.`
    },
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
