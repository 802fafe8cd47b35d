import { wordsOf } from '../../plural'

const { count, number } = wordsOf('en')

export const settings = {
  title: 'Settings',
  tabs: { rules: 'PIN and sign-on', audit: 'Audit' },
  tabs_label: 'Parts of the settings',
  lockout: 'When a PIN is typed wrong',
  lockout_text: 'A lock on one tablet never stops anyone else there.',
  device_attempts: 'Wrong PINs in a row on one tablet',
  device_attempts_hint: 'Then this person is locked on this tablet. 3 to 10.',
  device_minutes: 'Locked on that tablet for',
  person_attempts: 'Wrong PINs in a day, all tablets',
  person_attempts_hint: 'Then this person is locked everywhere for 24 hours. 10 to 100.',
  sign_on: 'How long a sign-on lasts',
  sign_on_text: 'After this time the tablet asks for the PIN again.',
  minutes: 'min',
  seconds: 's',
  hours: 'h',
  save: 'Save settings',
  saved: 'Settings saved. Tablets have them with their next sync.',
  read_only: 'Only an owner can change these.',
  audit: {
    lead: 'Sign-ins and changes made in this console, newest first.',
    when: 'When',
    who: 'Who',
    what: 'What',
    ip: 'From',
    system: 'Counterfoil',
    actions: {
      'session.start': 'Signed in',
      'session.end': 'Signed out',
      'session.refused': 'Sign-in refused',
      'server.setup': 'Set up this business',
      'store.create': 'Added a store',
      'store.update': 'Changed a store',
      'device.create': 'Prepared a tablet',
      'device.claim': 'A tablet was paired',
      'device.claim_refused': 'A second tablet was turned away',
      'device.update': 'Changed a tablet',
      'device.pair_again': 'Paired a tablet again',
      'device.revoke': 'Revoked a tablet',
      'staff.create': 'Added a person',
      'staff.update': 'Changed a person',
      'staff.pin': 'Set a PIN',
      'staff.unlock': 'Unlocked a person',
      'staff.badge': 'Issued a badge',
      'program.create': 'Started a program',
      'program.update': 'Changed a program',
      'card.create': 'Issued cards',
      'card.block': 'Blocked a card',
      'card.unblock': 'Unblocked a card',
      'review.resolve': 'Settled a review',
      'settings.update': 'Changed the settings',
    },
    empty: { title: 'Nothing yet', text: 'Every sign-in and every change is written down here.' },
  },
}

export const form = {
  not_fitting: 'This does not fit here. Check it and try again.',
  /** By the code of what the server found at a field. */
  errors: {
    REQUIRED: 'This is needed.',
    TOO_SHORT: ({ limit }: { readonly limit: number }) =>
      `At least ${count(limit, 'character', 'characters')}.`,
    TOO_LONG: ({ limit }: { readonly limit: number }) =>
      `At most ${count(limit, 'character', 'characters')}. Shorten it a little.`,
    TOO_SMALL: ({ limit }: { readonly limit: number }) => `${number(limit)} or more.`,
    TOO_GREAT: ({ limit }: { readonly limit: number }) => `${number(limit)} or less.`,
    CHARACTERS: 'There are characters in here that nobody can see. Type it again by hand.',
    IN_USE: 'This is in use already. Choose another one.',
    NOT_AVAILABLE: 'This is no longer in use. Choose another one.',
  },
  discard: 'Discard',
}
