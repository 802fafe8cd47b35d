import { wordsOf } from '../../plural'

const { count } = wordsOf('en')

interface Said {
  readonly person: string
  readonly when: string
  readonly place: string
}
interface Days {
  readonly from: string
  readonly to: string
}

/** Parts of the page, its filters and its views. */
export const hours = {
  parts: 'Parts of the clock',
  tabs: {
    hours: 'Hours',
    requests: 'Requests',
    periods: 'Periods',
    phones: 'Phones and posters',
    rules: 'Rules',
  },
  store: 'Store',
  person: 'Person',
  only_odd: 'To look at',
  odd_only: 'Only these',
  view: 'View',
  views: { table: 'Table', picture: 'Picture' },
  spans: { month: 'Month', week: 'Week' },
  week_before: 'Week before',
  week_after: 'Week after',
  picture: 'When people worked',
  picture_hint: 'Filled is work, hatched a break.',
  print: 'Print sheets',
  print_title: 'Sheets to print',
  print_now: 'Print',
  print_ready: ({ sheets }: { readonly sheets: number }) => count(sheets, 'sheet', 'sheets'),
  print_none: 'Nobody has hours in these days',
  none_found: 'Nothing fits these filters',
  none_found_text: 'Take one of them away to see more.',
  day: 'Day',
  from_to: 'From – to',
  total: 'Total',
  signed_person: 'Employee',
  signed_manager: 'For the company',
  made: ({ when }: { readonly when: string }) => `Printed ${when}`,
  amended: ({ amended }: { readonly amended: number }) =>
    `${count(amended, 'correction', 'corrections')} in these days`,
  number: 'Personnel no.',
  leaver: 'All data of this person',
}

/** Punches as they were made, and what people changed about them. */
export const amendments = {
  punches: 'Clocked, as it came',
  punches_text: 'Nothing here is ever changed. A correction stands beside it, with its reason.',
  no_punches: 'Nothing was clocked in these days.',
  when: 'When',
  what: 'What',
  how: 'How',
  state: 'State',
  deeds: 'Correct',
  actions: { in: 'In', out: 'Out', break_start: 'On a break', break_end: 'Back from a break' },
  status: {
    counts: 'Counts',
    held: 'Waits: period closed',
    undone: 'Taken back',
    struck: 'Corrected',
  },
  unverified: 'without a valid PIN',
  at: ({ how, place }: { readonly how: string; readonly place: string }) => `${how}, ${place}`,
  add: 'Add a time',
  change: 'Change',
  remove: 'Remove',
  add_title: ({ person }: { readonly person: string }) => `Add a time for ${person}`,
  change_title: ({ what, when }: { readonly what: string; readonly when: string }) =>
    `Change: ${what}, ${when}`,
  remove_title: ({ what, when }: { readonly what: string; readonly when: string }) =>
    `Remove: ${what}, ${when}`,
  remove_text: 'It counts no more. What was clocked stays visible, with your name and reason.',
  day: 'Day',
  time: 'Time',
  store: 'Store',
  reason: 'Reason',
  reason_hint: 'The person sees it, and so does whoever asks later.',
  added: 'Time added',
  changed: 'Time changed',
  removed: 'Time removed',
  restored: 'Correction taken back',
  no_moment: 'There is no such moment.',
  closed: 'These days are closed. Open the period again first.',
  no_effect: 'That does not count any more; somebody was quicker.',
  trace: 'Corrections',
  no_trace: 'Nothing was corrected.',
  says: {
    add: ({ what, when }: { readonly what: string; readonly when: string }) =>
      `Added: ${what}, ${when}`,
    move: ({ what, when }: { readonly what: string; readonly when: string }) =>
      `Changed to: ${what}, ${when}`,
    strike: 'Removed a time',
    restore: 'Took a correction back',
  },
  by: ({ who, when }: { readonly who: string; readonly when: string }) => `${who}, ${when}`,
  gone: 'no longer stands',
  asked: 'on request',
  undo: 'Take back',
  undo_title: 'Take this correction back?',
}

export const requests = {
  lead: 'What people ask to have put right: a clock-out they forgot, a break they did not end.',
  list: 'Requests',
  state: 'State',
  states: { open: 'Open', accepted: 'Accepted', declined: 'Declined' },
  says: {
    in: ({ person, when, place }: Said) => `${person} came at ${when}, ${place}`,
    out: ({ person, when, place }: Said) => `${person} left at ${when}, ${place}`,
    break_start: ({ person, when, place }: Said) =>
      `${person} went on a break at ${when}, ${place}`,
    break_end: ({ person, when, place }: Said) =>
      `${person} came back from a break at ${when}, ${place}`,
  },
  made: ({ when }: { readonly when: string }) => `Asked ${when}`,
  made_by: { phone: 'on a phone', console: 'told to a manager' },
  accept: 'Accept',
  decline: 'Decline',
  accept_title: ({ person }: { readonly person: string }) => `Accept what ${person} asks?`,
  decline_title: ({ person }: { readonly person: string }) => `Decline what ${person} asks?`,
  accept_text: 'The time is added as a correction in your name. You may set another one.',
  decline_text: 'The hours stay as they are. The request and your answer stay on record.',
  note: 'Your answer',
  note_hint: 'Stands with the correction.',
  accepted: 'Request accepted',
  declined: 'Request declined',
  answered: ({ who, when }: { readonly who: string; readonly when: string }) =>
    `Answered by ${who}, ${when}`,
  taken: 'Somebody has already answered it, or the days are closed.',
  to_sheet: 'To the sheet',
  waiting: ({ requests: n }: { readonly requests: number }) =>
    `${count(n, 'request waits', 'requests wait')} for an answer`,
  empty: {
    title: 'No requests',
    text: 'Whoever forgot to clock out can say so on their own phone; it arrives here.',
  },
}

export const periods = {
  lead: 'A closed period is frozen: what arrives late waits in the reviews, and no one corrects it.',
  list: 'Periods',
  days: 'Days',
  state: 'State',
  states: { closed: 'Closed', reopened: 'Opened again' },
  span: ({ from, to }: Days) => `${from} – ${to}`,
  close: 'Close a period',
  close_title: 'Close a period',
  close_text: 'Only days that are over. It waits until every tablet has sent all of them.',
  from_day: 'First day',
  to_day: 'Last day',
  note: 'Note',
  submit: 'Close it',
  closed: 'Period closed',
  taken: 'Some of these days are closed already.',
  not_over: 'Choose days that are over, a year at most.',
  lag_title: 'Not all tablets have sent everything',
  lag_text:
    'Bring them on line and try again, or close without them: type the name of each, and say why.',
  lag: ({ since, waiting }: { readonly since: string; readonly waiting: number }) =>
    `All sent ${since}, ${waiting} waiting`,
  lag_never: ({ waiting }: { readonly waiting: number }) => `Never all sent, ${waiting} waiting`,
  lag_missing: ({ missing }: { readonly missing: number }) =>
    count(missing, 'number missing', 'numbers missing'),
  type_name: ({ tablet }: { readonly tablet: string }) => `Type “${tablet}” to close without it`,
  not_name: 'That is not its name.',
  why: 'Why without them',
  submit_without: 'Close without them',
  submit_again: 'Try again',
  without: ({ tablets }: { readonly tablets: string }) => `Closed without ${tablets}`,
  closed_by: ({ who, when }: { readonly who: string; readonly when: string }) =>
    `Closed by ${who}, ${when}`,
  reopened_by: ({ who, when }: { readonly who: string; readonly when: string }) =>
    `Opened again by ${who}, ${when}`,
  reopen: 'Open again',
  reopen_title: ({ days, place }: { readonly days: string; readonly place: string }) =>
    `Open ${days} at ${place} again?`,
  reopen_text:
    'Hours can then change. Who opened it, when and why stays on record, as does the closing.',
  reopen_reason: 'Reason',
  reopened: 'Period opened again',
  reopen_taken: 'It is open already.',
  late: 'Times that came late wait in the reviews.',
  empty: {
    title: 'No period closed yet',
    text: 'Close a month when its hours are right; from then on they do not move.',
  },
}

export const phones = {
  lead: 'People clock on their own phone by scanning the poster at the entrance, then number and PIN.',
  on: 'People may clock on their own phones',
  on_hint: 'While this is off, no poster opens anything.',
  review: 'Put each time clocked on a phone in the reviews',
  review_hint: 'It counts at once; somebody looks at it.',
  saved: 'Saved',
  posters: 'Posters',
  store: 'Store',
  state: 'State',
  states: { active: 'In use', waiting: 'Issued, but phones are off', none: 'No poster' },
  issued: ({ when, who }: { readonly when: string; readonly who: string }) => `${when}, ${who}`,
  issue: 'Make a poster',
  renew: 'New poster',
  withdraw: 'Withdraw',
  renew_title: ({ place }: { readonly place: string }) => `A new poster for ${place}?`,
  renew_text:
    'The one that hangs there dies at once, and so does every photo of it. Print the new one and hang it up.',
  withdraw_title: ({ place }: { readonly place: string }) => `Withdraw the poster of ${place}?`,
  withdraw_text: 'It opens nothing any more, at once. Tablets are not touched.',
  withdrawn: 'Poster withdrawn',
  ready_title: ({ place }: { readonly place: string }) => `The poster of ${place}`,
  ready_text:
    'Print it now: its code is shown this once and kept nowhere. If it gets lost, make a new one.',
  print: 'Open the A4 sheet to print',
  qr: 'Code of the poster',
  off_text: 'Phones are switched off, so this poster opens nothing yet.',
  owner_only: 'An owner changes this.',
  empty: { title: 'No stores', text: 'A poster belongs to a store. Add one under Stores.' },
}

export const clock_rules = {
  rounding: 'Rounding',
  rounding_text:
    'How times are read for the sheets. What was clocked stays as it is, to the second; a change here is seen in every open and past sheet.',
  grid: 'Step',
  grids: {
    exact: 'Not rounded',
    minutes: ({ minutes }: { readonly minutes: number }) => count(minutes, 'minute', 'minutes'),
  },
  coming: 'Coming and back from a break',
  going: 'Going and on a break',
  ways: { down: 'Down', nearest: 'To the nearest', up: 'Up' },
  example: ({ came, went, read }: Record<'came' | 'went' | 'read', string>) =>
    `Clocked ${came} to ${went} is read as ${read}.`,
  breaks: 'Automatic breaks',
  breaks_text:
    'Taken off when somebody worked longer without one. Breaks that were clocked count towards it.',
  no_breaks: 'None: only breaks that were clocked count.',
  after: 'After work of',
  length: 'Break',
  minutes: 'min',
  add_break: 'Add a break',
  remove_break: 'Remove',
  says: ({ after, minutes }: { readonly after: string; readonly minutes: string }) =>
    `${minutes} after ${after}`,
  save: 'Save rules',
  saved: 'Rules saved',
  read_only: 'An owner changes the rules.',
}

/** Both sides of a time that was told twice. */
export const clash = {
  by_hand: 'Entered by hand',
  by_tablet: 'Clocked',
  what: 'What',
  at: 'Time',
  who: 'By',
  reason: 'Reason',
  entered: 'Entered',
  arrived: 'Arrived',
  apart: ({ time }: { readonly time: string }) => `${time} apart`,
  same: 'Both say the same time.',
  gone: 'The entry by hand does not stand any more.',
  actions: {
    accept: 'Take the clocked time',
    void: 'Keep the entry by hand',
    dismiss: 'Keep both',
  },
  effects: {
    accept: 'The entry by hand is struck by a correction in your name.',
    void: 'The clocked time counts no more; it stays visible.',
    dismiss: 'The sheet reads them as one time told twice, and says so.',
  },
  see_sheet: 'To the sheet',
}
