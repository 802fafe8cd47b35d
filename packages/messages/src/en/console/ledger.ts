import { wordsOf } from '../../plural'

const { count } = wordsOf('en')

/** Who did it, about whom, at which store. */
interface SheetDeed {
  readonly who: string
  readonly person: string
  readonly place: string
}

export const ledger = {
  title: 'Ledger',
  lead: 'Everything that happened, in order, and never rewritten.',
  when: 'When',
  what: 'What happened',
  verdict: 'Verdict',
  position: 'No.',
  filters: {
    kind: 'Kind',
    status: 'Verdict',
    tablet: 'Tablet',
    person: 'Person',
    card: 'Card',
    performance: 'Performance',
    period: 'Period',
  },
  periods: {
    today: 'Today',
    yesterday: 'Yesterday',
    week: 'Last 7 days',
    month: 'Last 30 days',
  },
  clear_filters: 'Clear filters',
  fresh: ({ entries }: { readonly entries: number }) => count(entries, 'new entry', 'new entries'),
  show_fresh: 'Show',
  complete: 'Complete: every tablet has sent all it has.',
  complete_until: ({ until }: { readonly until: string }) => `Complete up to ${until}.`,
  incomplete: 'Not complete yet.',
  not_drained: ({
    tablet,
    when,
    pending,
  }: {
    readonly tablet: string
    readonly when: string
    readonly pending: number
  }) => `${tablet} last drained ${when}, ${pending} waiting`,
  never_drained: ({ tablet, pending }: { readonly tablet: string; readonly pending: number }) =>
    `${tablet} never drained, ${pending} waiting`,
  quiet_drained: ({ tablet, when }: { readonly tablet: string; readonly when: string }) =>
    `${tablet}: no word since ${when}`,
  missing: ({ tablet, missing }: { readonly tablet: string; readonly missing: number }) =>
    `${tablet}: ${count(missing, 'number', 'numbers')} missing`,
  empty: {
    title: 'The ledger is empty',
    text: 'Every stamp, undo and sign-on is written here the moment a tablet sends it, and stays for good.',
  },
  none_found: {
    title: 'Nothing fits these filters',
    text: 'Clear one of them, or choose a longer period.',
  },
  someone: 'Someone',
  tablet: 'a tablet',
  console: 'the console',
  a_card: '(unknown)',
  a_ticket: '(unknown)',
  points_moved: ({ points }: { readonly points: string }) => `${points} points`,
  points_on: ({ card }: { readonly card: string }) => `the points on card ${card}`,
  stamp_on: ({ card }: { readonly card: string }) => `the stamp on card ${card}`,
  an_operation: 'an operation',
  review_kinds: {
    accept: ({ who, what }: { readonly who: string; readonly what: string }) =>
      `${who} accepted after all: ${what}`,
    void: ({ who, what }: { readonly who: string; readonly what: string }) =>
      `${who} took back: ${what}`,
    dismiss: ({ who, what }: { readonly who: string; readonly what: string }) =>
      `${who} left as it was: ${what}`,
  },
  review_nouns: {
    accept: 'Accepted in review',
    void: 'Taken back in review',
    dismiss: 'Left as it was in review',
  },
  sheet_kinds: {
    'sheet.amend': {
      noun: 'Correction of hours',
      sentence: ({ who, person }: SheetDeed) => `${who} corrected the hours of ${person}`,
    },
    'period.close': {
      noun: 'Period closed',
      sentence: ({ who, place }: SheetDeed) => `${who} closed a period at ${place}`,
    },
    'period.reopen': {
      noun: 'Period opened again',
      sentence: ({ who, place }: SheetDeed) => `${who} opened a period at ${place} again`,
    },
    'request.make': {
      noun: 'Request',
      sentence: ({ person, place }: SheetDeed) => `${person} asked for a correction at ${place}`,
    },
    'request.accept': {
      noun: 'Request accepted',
      sentence: ({ who, person }: SheetDeed) => `${who} accepted a request of ${person}`,
    },
    'request.decline': {
      noun: 'Request declined',
      sentence: ({ who, person }: SheetDeed) => `${who} declined a request of ${person}`,
    },
  },
  other_kind: ({ kind, place }: { readonly kind: string; readonly place: string }) =>
    `${kind} at ${place}`,
  panel: {
    entry: 'Ledger entry',
    effect: 'Effect',
    moved: ({ stamps }: { readonly stamps: string }) => `${stamps} on the card`,
    nothing_moved: 'Nothing moved',
    shown: 'What the tablet showed',
    decided: 'What the server decided',
    shown_pending: 'Saved, will be confirmed',
    shown_none: 'Not stated',
    clocks: 'Clocks',
    occurred: 'Happened',
    at: 'Tablet’s clock',
    offset: 'Clock corrected by',
    offset_unknown: 'Not known then',
    received: 'Received',
    recorded: 'Written',
    delay: 'Under way for',
    flags: 'Worth knowing',
    where: 'Where and who',
    store: 'Store',
    tablet: 'Tablet',
    person: 'Person',
    user: 'In the console',
    program: 'Program',
    card: 'Card',
    performance: 'Performance',
    ticket: 'Ticket',
    number: 'Tablet’s no.',
    note: 'Note',
    chain: 'In the chain',
    chain_text:
      'Each entry carries the fingerprint of the one before it, so none can be changed unseen.',
    position: 'Position',
    hash: 'Fingerprint',
    prev_hash: 'The one before',
    operation: 'Operation',
    review: 'Open the review',
    see_card: 'Everything about this card',
    see_performance: 'Everything about this performance',
    see_person: 'Everything by this person',
    keys: 'Next and previous entry',
  },
}

export const reviews = {
  title: 'Reviews',
  lead: 'Where a tablet said one thing and the server another. It happened; you decide what counts.',
  open: 'To decide',
  resolved: 'Settled',
  list: 'Reviews',
  reasons: {
    REFUSED_AFTER_SHOWN_ACCEPTED: {
      title: 'Shown as done, refused later',
      text: 'The tablet was offline and said yes. With all the facts, the server says no.',
    },
    ACCEPTED_AFTER_SHOWN_REJECTED: {
      title: 'Shown as refused, counted after all',
      text: 'The tablet said no with what it knew. The server knew more and let it count.',
    },
    RECOVERED: {
      title: 'Recovered from a revoked tablet',
      text: 'This was still on a tablet that had been revoked, and arrived after pairing again.',
    },
    ID_REUSED: {
      title: 'Same operation, other content',
      text: 'The server holds something else under this number. That does not happen by itself; look at the tablet.',
    },
    SEQ_REUSED: {
      title: 'One number used twice',
      text: 'Two operations of one tablet carry the same number. It may have been copied or restored from a backup.',
    },
    OPERATIONS_LOST: {
      title: 'Operations lost on the tablet',
      text: 'The tablet says that it no longer has these. What they were can only be told by the people there.',
    },
    ODD_PUNCH: {
      title: 'Unusual clocking',
      text: 'It was recorded as it came. Check that the hours are right.',
    },
    UNVERIFIED: {
      title: 'Done without a valid sign-on',
      text: 'The PIN behind it was refused. The deed is kept as a fact.',
    },
    MANUAL_CLASH: {
      title: 'Also entered by hand',
      text: 'A manager had already put this time in before the tablet could tell it. Accept: the tablet’s time instead of the entry. Void: the entry stays, the tablet’s time goes.',
    },
    PERIOD_CLOSED: {
      title: 'In a closed period',
      text: 'It happened in days that are closed already, so it does not count. To let it count, open the period again and accept it.',
    },
    PHONE_PUNCH: {
      title: 'Clocked on a phone',
      text: 'Somebody clocked on their own phone. It counts; you asked to see such times.',
    },
  },
  shown: 'The tablet showed',
  decided: 'The server decided',
  at_tablet: 'At the tablet',
  at_server: 'At the server',
  actions: { accept: 'Accept it after all', void: 'Take it back', dismiss: 'Leave it as it is' },
  effects: {
    accept: 'It counts, from when it happened. A new entry says so.',
    void: 'What it did is undone by a new entry. Nothing is erased.',
    dismiss: 'The server’s verdict stands. The review is settled.',
  },
  two_doors: {
    title: 'One ticket, two doors',
    text: 'Both doors let it in while one of them was offline. One of the two counts, and it stays; you decide about the other.',
    first: 'Counts',
    second: 'In review',
    at: 'Time',
    people: 'People',
    let_in: 'Let in by',
    apart: ({ time }: { readonly time: string }) => `${time} apart`,
  },
  door_actions: {
    accept: 'They did come in: count them',
    void: 'They did not: take them out of the count',
    dismiss: 'Leave the count as it is',
  },
  door_effects: {
    accept: 'The count inside goes up by them, from when it happened. A new entry says so.',
    void: 'The count inside goes down by them. A new entry says so; nothing is erased.',
    dismiss: 'The server’s verdict stands. The review is settled.',
  },
  see_performance: 'To the performance',
  note: 'Note',
  note_hint: 'For whoever asks later. It stands in the ledger.',
  decide_title: 'Your decision',
  decided_toast: 'Settled',
  done: {
    accept: 'Accepted after all',
    void: 'Taken back',
    dismiss: 'Left as it was',
  },
  by: ({ who, when }: { readonly who: string; readonly when: string }) => `${who}, ${when}`,
  opened: ({ when }: { readonly when: string }) => `Opened ${when}`,
  no_action: 'Nothing can be done about this one any more.',
  read_only: 'An owner or manager decides this.',
  changed: 'Someone else settled this meanwhile.',
  see_entry: 'Everything about this card',
  choose: 'Choose one on the left to see both sides.',
  empty: {
    title: 'Nothing to decide',
    text: 'When a tablet was offline and the server sees it differently, both sides appear here.',
  },
  empty_resolved: {
    title: 'Nothing settled yet',
    text: 'What you decide is kept here, with your note.',
  },
}
