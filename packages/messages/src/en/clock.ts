type Name = { readonly name: string }
type When = { readonly when: string }
type Hours = { readonly hours: string }

const seen = 'It is recorded, and your manager will look.'

/** The entrance clock. */
export const clock = {
  title: 'Show your badge or type your number',
  number: 'Your personnel number',
  number_pad: 'Keys for the number',
  number_go: 'Next',
  number_unknown: 'Nobody here has this number.',
  who: 'Clock',
  presence: {
    in: ({ when }: When) => `In since ${when}`,
    break: ({ when }: When) => `On a break since ${when}`,
    out: 'Not clocked in',
  },
  keys: { in: 'In', out: 'Out', break_start: 'Break', break_end: 'Back from break' },
  keys_label: 'What would you like to tell the clock?',
  worked_today: ({ hours }: Hours) => `${hours} today`,
  nothing_today: 'Nothing yet today',
  hours: 'My last two weeks',
  hours_of: ({ name }: Name) => `${name}, the last two weeks`,
  hours_known: ({ when }: When) =>
    `Whatever was clocked by ${when}, at any tablet or phone, corrections included. After that only what was clocked here.`,
  hours_known_here: 'What was clocked at this tablet. It has not heard from the server yet.',
  hours_none: 'Nothing clocked in the last two weeks',
  known_until: ({ when }: When) => `As of ${when}, and what was clocked here since.`,
  hours_total: 'Together',
  day_unclear: 'A clock-in or clock-out is missing',
  paused: ({ hours }: Hours) => `${hours} break`,
  bar_work: ({ from, until }: { readonly from: string; readonly until: string }) =>
    `work ${from} to ${until}`,
  bar_break: ({ from, until }: { readonly from: string; readonly until: string }) =>
    `break ${from} to ${until}`,
  saving: 'One moment',
  hello: {
    morning: ({ name }: Name) => `Good morning, ${name}`,
    day: ({ name }: Name) => `Hello, ${name}`,
    evening: ({ name }: Name) => `Good evening, ${name}`,
  },
  goodbye: ({ name }: Name) => `Goodbye, ${name}`,
  enjoy: ({ name }: Name) => `Enjoy your break, ${name}`,
  welcome_back: ({ name }: Name) => `Welcome back, ${name}`,
  noted: ({ name }: Name) => `Recorded, ${name}`,
  at: {
    in: ({ when }: When) => `In at ${when}`,
    out: ({ when }: When) => `Out at ${when}`,
    break_start: ({ when }: When) => `Break from ${when}`,
    break_end: ({ when }: When) => `Back at ${when}`,
  },
  already_in: ({ when }: When) => `You were already in since ${when}. ${seen}`,
  already_in_unknown: `You were already clocked in. ${seen}`,
  not_in: `You were not clocked in. ${seen}`,
  not_back: `You were not at work by what the clock knew. ${seen}`,
  long: `That is more than twelve hours. ${seen}`,
  double: ({ name }: Name) => `Already recorded, ${name}`,
  double_text: 'Touched twice within a minute: it counts once.',
  kept: 'What you did is kept, and your manager will see it.',
  uncertain: 'This tablet’s clock is not sure of the time. It is put right later.',
  not_a_badge: 'Not a badge',
  not_a_badge_text: 'This code does not work at the clock. Show your badge or type your number.',
  did: {
    in: ({ name }: Name) => `${name} clocked in`,
    out: ({ name }: Name) => `${name} clocked out`,
    break_start: ({ name }: Name) => `${name} went on a break`,
    break_end: ({ name }: Name) => `${name} came back from a break`,
  },
}
