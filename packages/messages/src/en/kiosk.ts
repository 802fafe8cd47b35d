import { wordsOf } from '../plural'

const { count, pick } = wordsOf('en')

const waiting = (n: number) => count(n, 'waiting', 'waiting')

export const kiosk = {
  scan: { title: 'Show the code', hint: 'Hold the card in front of the camera.' },
  type_code: 'Type the code',
  still_there: 'Still there?',

  home: {
    start: 'Back to scanning',
    tablet: 'This tablet',
    job: 'Job',
    camera: 'Camera',
    signed_on: ({ name, until }: { readonly name: string; readonly until: string }) =>
      `${name} is signed on until ${until}`,
    someone_signed_on: ({ until }: { readonly until: string }) => `Signed on until ${until}`,
    sign_off: 'Sign off',
    last: 'Last result',
  },

  jobs: {
    none: 'This tablet has no job',
    none_text: 'The manager gives it one in the console, under Tablets. It appears here by itself.',
    not_yet: ({ job }: { readonly job: string }) => `${job}: not in this version yet`,
    not_yet_text: 'It comes with an update. The other jobs work as ever.',
  },

  status: {
    label: 'Network and queue',
    online: 'Online',
    offline: 'Offline',
    all_sent: 'All sent',
    waiting: ({ operations }: { readonly operations: number }) => waiting(operations),
    parked: ({ operations }: { readonly operations: number }) =>
      count(operations, 'needs a look', 'need a look'),
    synced: ({ when }: { readonly when: string }) => `Up to date ${when}`,
    never_synced: 'Not synced yet',
    clock: 'Check the clock',
  },

  idle: {
    text: 'This goes back to the start by itself, so that nothing private stays on screen.',
    stay: 'I’m still here',
    leave: 'Back to the start',
    seconds: ({ seconds }: { readonly seconds: number }) =>
      `Back to the start in ${count(seconds, 'second', 'seconds')}`,
  },

  typed: {
    title: 'Type the code',
    label: 'Code under the QR',
    hint: 'The letters and digits printed under the QR. Spaces do not matter, capitals do.',
    submit: 'Use this code',
    too_short: 'That is not the whole code yet. It has 22 characters.',
  },

  who: {
    title: 'Who is it?',
    hint: 'Touch your name, or show your badge.',
    search: 'Find your name',
    nobody: 'Nobody works here yet',
    nobody_text: 'The manager adds people in the console. They appear here by themselves.',
    no_match: 'No name like that',
    locked_until: ({ when }: { readonly when: string }) => `Locked until ${when}`,
    no_pin: 'No PIN yet',
    no_pin_text: ({ name }: { readonly name: string }) =>
      `${name} has no PIN yet. The manager sets one in the console.`,
    badge_unknown: 'This badge belongs to nobody here. Touch your name instead.',
    for_card: ({ card }: { readonly card: string }) => `Card ••${card}`,
    new_card: 'A card that is new to this tablet',
  },

  pin: {
    title: ({ name }: { readonly name: string }) => `${name}, your PIN`,
    progress: ({ digit, length }: { readonly digit: number; readonly length: number }) =>
      `Digit ${digit} of ${length}`,
    empty: ({ length }: { readonly length: number }) => `PIN of ${length} digits, none typed yet`,
    erase: 'Erase the last digit',
    checking: 'Checking',
    someone_else: 'Someone else',
    pad: 'Keys for the PIN',
    locked_title: 'PIN locked',
    locked_text: 'Too many tries. Wait, or ask the manager to unlock it in the console.',
    locked_left: 'Time left',
    locked_when: ({ when }: { readonly when: string }) => `Locked until ${when}`,
  },

  working: {
    stamping: 'One moment',
    undoing: 'Undoing',
    card: ({ card }: { readonly card: string }) => `Card ••${card}`,
    new_card: 'New card',
  },

  choose: {
    title_points: 'How much was paid?',
    title_stamps: 'What shall it be?',
    amount: 'Amount paid',
    pad: 'Amount',
    give_points: ({ points }: { readonly points: number }) =>
      `Add ${count(points, 'point', 'points')}`,
    give_stamp: 'Give a stamp',
    rewards: 'Redeem',
    redeem: ({ reward }: { readonly reward: string }) => `Redeem ${reward}`,
    points: ({ points }: { readonly points: number }) => count(points, 'point', 'points'),
    full_cards: ({ sets }: { readonly sets: number }) => count(sets, 'full card', 'full cards'),
  },
  verdict: {
    points_added: ({ points }: { readonly points: number }) =>
      `+${count(points, 'point', 'points')}`,
    balance: ({ points }: { readonly points: number }) =>
      `${count(points, 'point', 'points')} on the card`,
    stamps_left: ({ stamps }: { readonly stamps: number }) =>
      `${count(stamps, 'stamp', 'stamps')} left on the card`,
    no_points: 'This purchase is too small for points. It is noted.',
    taken_back: 'All of it is taken back.',
    stamp_of: ({ stamps, total }: { readonly stamps: number; readonly total: number }) =>
      `Stamp ${stamps} of ${total}`,
    card_full: 'Card full',
    reward: ({ reward }: { readonly reward: string }) => `Reward earned: ${reward}`,
    rewards_ready: ({ sets }: { readonly sets: number }) =>
      `${count(sets, 'full card', 'full cards')} to redeem`,
    stamped: 'The card has its stamp.',
    next_stamp: ({ when }: { readonly when: string }) => `Next stamp from ${when}`,
    just_stamped: 'This card was stamped a moment ago.',
    undone: 'The stamp is off the card again.',
    pending: 'Saved',
    pending_text: 'This card is not on this tablet’s list yet. The server will decide.',
    saved_short: 'Saved here',
    confirmed_short: 'Confirmed',
    refused_after_all: 'The server has refused this meanwhile',
    saved_online: 'Saved here. The server’s answer is on its way.',
    checked: 'Checked with the server',
    unchecked: 'Decided here. The server checks it when the network is back.',
    unchecked_online: 'Decided here. The server is still checking.',
    unchecked_short: 'Decided here',
    allowed_after_all: 'The server has allowed this meanwhile',
    hello: ({ name }: { readonly name: string }) => `Hello ${name}`,
    signed_on_until: ({ when }: { readonly when: string }) => `Signed on until ${when}`,
    not_saved: 'Not saved',
    not_saved_quota:
      'This tablet’s storage is full, so nothing was kept. Please do it again later.',
    not_saved_storage:
      'This tablet could not write it down, so nothing was kept. Please try again.',
    not_saved_not_leader:
      'Another window of this tablet is at work. Use that one; nothing was kept.',
    foreign: 'Not from here',
    foreign_text: 'This code belongs to another Counterfoil. It does not count here.',
    unknown: 'Not one of ours',
    unknown_text: 'This code is no card or badge. It was not opened. Try the other one.',
    ticket: 'This is a ticket',
    ticket_text: 'Tickets go in at the door. This tablet works at the counter.',
    no_ticket: 'Not a ticket',
    no_ticket_text:
      'This code is no ticket. It was not opened. Ask for the ticket, or find the name.',
    poster: 'This is the poster',
    poster_text: 'The clock poster is for your own phone. It does nothing here.',
    pairing: 'Already paired',
    pairing_text: 'This is a pairing code, and this tablet is paired. Nothing has changed.',
    badge_unknown: 'Unknown badge',
    badge_unknown_text: 'This badge belongs to nobody here. Ask the manager.',
    failed: 'Please try again',
    failed_text: 'Something went wrong on this tablet. What was saved before is safe.',
  },

  pairing: {
    welcome: 'Welcome',
    intro: 'This tablet is not paired yet.',
    step_console: 'In the console, prepare a tablet.',
    step_show: 'Hold the QR in front of this camera.',
    step_done: 'That’s it. It works from then on, with or without network.',
    code_label: 'Pairing code',
    code_hint: 'It stands under the QR in the console and works for 15 minutes.',
    pair: 'Pair',
    working: 'Pairing',
    not_pairing: 'That is not a pairing code. Show the QR from the console.',
    other_merchant: 'Another merchant’s code',
    other_merchant_text:
      'This tablet still holds unsent work of the merchant before. Pair it with them first, so that nothing is lost.',
    by_code: 'Type the code instead',
    unreachable: 'No connection',
    unreachable_text:
      'The server does not answer. Check the tablet’s network; the code stays valid for its 15 minutes.',
    code_unknown: 'Code not known',
    code_unknown_text:
      'Check the letters, or show a new code in the console. A code works once, for 15 minutes.',
    not_kept: 'The pairing could not be saved',
    not_kept_text:
      'Nothing has changed on this tablet. Try once more; if the code is refused then, show a new one in the console.',
  },

  first_sync: {
    title: 'Getting ready',
    text: 'Cards and people are coming over. You can leave it alone.',
    rows: ({ rows }: { readonly rows: string }) => `${rows} received`,
    interrupted: 'Waiting for the network',
    interrupted_text: 'It goes on by itself where it stopped. Nothing starts over.',
  },

  queue: {
    title: 'Network and queue',
    online: 'Online. What happens here goes up at once.',
    offline: 'Offline. Everything is kept here and goes up by itself later.',
    retry: 'Send now',
    empty: 'Nothing is waiting',
    empty_text: 'Everything done on this tablet has been confirmed.',
    list: 'Operations',
    waiting: 'Waiting',
    confirmed: 'Confirmed',
    refused: 'Refused',
    parked: 'Needs a look',
    unknown_tablet:
      'The server does not know the tablet that this came from. It is kept here; show it to the manager.',
    parked_text: 'The server cannot take this one. It is kept here; the manager can see it.',
    recovered: 'From before the last pairing',
    attempts: ({ attempts }: { readonly attempts: number }) =>
      count(attempts, 'try so far', 'tries so far'),
    number: ({ seq }: { readonly seq: number }) => `No. ${seq}`,
    details: 'Show details',
    next_attempt: ({ when }: { readonly when: string }) => `Next try ${when}`,
    last_error: ({ error }: { readonly error: string }) => `Last try: ${error}`,
    earlier: ({ operations }: { readonly operations: number }) =>
      `and ${count(operations, 'earlier one', 'earlier ones')}`,
  },

  notices: {
    title: 'Refused later',
    intro:
      'The tablet said yes while it could not ask. The server said no. Nothing is lost: the manager sees each of these and decides.',
    strip: ({ notices }: { readonly notices: number }) =>
      `${count(notices, 'thing was', 'things were')} refused later`,
    look: 'Have a look',
    seen: 'I have seen it',
    none: 'Nothing was refused',
    none_text: 'Everything this tablet said yes to has stayed a yes.',
  },

  tablet: {
    title: 'This tablet',
    camera: 'Camera',
    camera_auto: 'Rear camera',
    camera_front: 'Front camera',
    camera_numbered: ({ number }: { readonly number: number }) => `Camera ${number}`,
    torch_on: 'Light on',
    torch_off: 'Light off',
    full_screen: 'Full screen',
    sound_test: 'Try the sound',
    diagnostics: 'Diagnostics',
    decoder: 'Code reader',
    decoder_none: 'not started',
    frame_to_decoded: 'Reading one picture',
    frame_to_signal: 'Picture to tick',
    frame_to_answer: 'Picture to answer',
    half_and_most: ({ p50, p95 }: { readonly p50: string; readonly p95: string }) =>
      `${p50} ms mostly, ${p95} ms at worst (p50, p95)`,
    no_measure: 'nothing measured yet',
    starts_offline: 'Starts without network',
    persisted: 'Storage kept by the browser',
    yes: 'yes',
    no: 'no',
    unknown: 'not known',
    used: 'Storage used',
    used_of: ({ used, quota }: { readonly used: string; readonly quota: string }) =>
      `${used} of ${quota}`,
    megabytes: ({ size }: { readonly size: string }) => `${size} MB`,
    offset: 'Clock against the server',
    offset_ahead: ({ by }: { readonly by: string }) => `${by} fast`,
    offset_behind: ({ by }: { readonly by: string }) => `${by} slow`,
    offset_none: 'right to the second',
    rows: 'Rows held here',
    version: 'Version',
    device: 'Tablet number',
    pairing: 'Pairing',
    sequence: 'Last operation',
    last_error: 'Last sync error',
    trail: 'Unexpected errors',
    none: 'none',
  },

  trouble: {
    camera_denied: 'The camera is not allowed',
    camera_denied_text:
      'Allow the camera for this page in the browser’s settings. A scanner and typed codes work meanwhile.',
    camera_absent: 'No camera found',
    camera_absent_text:
      'Plug one in and it starts by itself. A scanner and typed codes work meanwhile.',
    camera_taken: 'Another app has the camera',
    camera_taken_text:
      'Close the other app and it comes back by itself. Typed codes work meanwhile.',
    camera_lost: 'The camera went away',
    camera_lost_text: 'It comes back by itself. A scanner and typed codes work meanwhile.',
    camera_insecure: 'The camera needs a safe connection',
    camera_insecure_text: 'Open this page over https. A scanner and typed codes work meanwhile.',
    camera_starting: 'Camera is starting',
    decoder_missing: 'This browser cannot read codes',
    decoder_missing_text: 'Update the browser. A scanner and typed codes work meanwhile.',
    camera_retry: 'Try the camera again',
    persist: 'The browser may clear this tablet’s storage',
    persist_text: 'Ask it to keep what is saved here.',
    persist_action: 'Keep it',
    persist_refused: 'The browser said no for now. Installing the app on the home screen helps.',
    quota: 'Storage is full',
    quota_text:
      'Nothing new can be saved on this tablet. Free some space; what is waiting is safe.',
    blocked: 'An older window is in the way',
    blocked_text: 'Close the other windows of this app. Nothing is lost.',
    storage: 'Storage cannot be opened',
    storage_text:
      'The browser does not let this page save anything. Private windows do that. Open it in an ordinary window.',
    reload: 'Try again',
    insecure: 'This page needs a safe connection',
    insecure_text:
      'Without https a browser lends neither camera nor keys, so nothing can be stamped or saved here. Open the address that begins with https.',
    insecure_action: 'Open with https',
    too_old: 'This browser is too old',
    too_old_text:
      'It lacks what it takes to keep stamps safe without network. Update it, or use another one; nothing is lost.',
    clock: 'The tablet’s clock is off',
    clock_text: 'Times are put right by the server. Please set the clock when you can.',
    revoked: 'This tablet was switched off',
    revoked_text: ({ store }: { readonly store: string }) =>
      `The manager of ${store} has withdrawn it. People’s data is gone from here.`,
    expired: 'Pair this tablet again',
    expired_text: ({ store }: { readonly store: string }) =>
      `The server does not know this pairing with ${store} any more: its year is over, or the server was set back to a backup. Pair it again; what is saved here is kept and handed in then.`,
    cleared: 'This tablet’s storage was cleared',
    cleared_text: ({ store }: { readonly store: string }) =>
      `The browser has emptied it, with its pairing to ${store}. What was confirmed is safe with the server; what still waited here is gone.`,
    unsent: ({ operations }: { readonly operations: number }) =>
      `${count(operations, 'operation is', 'operations are')} not sent yet and ${pick(operations, 'stays', 'stay')} here. Pair again and ${pick(operations, 'it goes', 'they go')} up.`,
    nothing_unsent: 'Everything had been sent.',
    pair_again: 'Pair again',
    other_tab: 'Another window is at work',
    other_tab_text: 'Use that one, or close it and this one takes over by itself.',
    update: 'A new version is ready',
    update_text: 'It takes a few seconds. What is waiting stays.',
    update_action: 'Update now',
    crashed: 'That was our mistake',
    crashed_text: 'The screen has stopped. Everything saved on this tablet is safe.',
    crashed_action: 'Back to the start',
    details: 'See what is waiting',
  },
}
