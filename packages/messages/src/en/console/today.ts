import { wordsOf } from '../../plural'

const { count } = wordsOf('en')

export const today = {
  title: 'Today',
  stamps: 'Stamps',
  yesterday: ({ stamps }: { readonly stamps: number }) =>
    `Yesterday, all day: ${count(stamps, 'stamp', 'stamps')}`,
  cards: 'Cards seen',
  refused: 'Refused',
  refused_hint: 'Told no at the counter, or by the server later',
  waiting: 'Waiting for you',
  reviews: ({ reviews }: { readonly reviews: number }) =>
    count(reviews, 'decision is waiting', 'decisions are waiting'),
  reviews_text: 'A tablet and the server saw it differently.',
  reviews_action: 'Decide',
  quiet: ({ label }: { readonly label: string }) => `${label} is quiet`,
  quiet_since: ({ when }: { readonly when: string }) => `Last word ${when}.`,
  quiet_never: 'It has never called in.',
  quiet_pending: ({ pending }: { readonly pending: number }) =>
    `${count(pending, 'operation was', 'operations were')} still waiting on it.`,
  quiet_action: 'Look at it',
  all_clear: {
    title: 'Nothing waits for you',
    text: 'No decisions are open, and every tablet has called in.',
  },
  door: 'At the door today',
  by_hour: 'Stamps by hour',
  by_day: 'Stamps in the last 14 days',
  by_staff: 'Stamps by person',
  no_stamps: 'No stamps yet today. They appear here the moment a tablet sends them.',
  latest: 'Latest in the ledger',
  latest_all: 'Open the ledger',
  steps: {
    title: 'Four steps to your first stamp',
    text: 'Each takes a minute. You can change everything later.',
    store: { title: 'Add your store', text: 'Its address and time zone.', action: 'Add a store' },
    program: {
      title: 'Start a program',
      text: 'How many stamps, and what for.',
      action: 'Start a program',
    },
    people: {
      title: 'Add the people at the counter',
      text: 'Each with a PIN of their own.',
      action: 'Add a person',
    },
    tablet: {
      title: 'Pair a tablet',
      text: 'It scans a code from this screen.',
      action: 'Prepare a tablet',
    },
    done: 'Done',
  },
}
