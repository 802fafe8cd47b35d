const people = ({ count }: { readonly count: number }) =>
  count === 1 ? '1 person' : `${count} people`

export const booking = {
  people,
  programme: {
    title: 'Programme',
    empty: 'Nothing can be booked just now. Please look in again.',
    doors: ({ time }: { readonly time: string }) => `Doors open at ${time}`,
    last_seats: ({ left }: { readonly left: number }) => `Seats left: ${left}`,
    sold_out: 'Sold out',
    opens: ({ when }: { readonly when: string }) => `Booking opens ${when}`,
    closed: 'Booking is closed',
    back: 'Back to the programme',
    language: 'Language',
  },
  form: {
    title: 'Book seats',
    name: 'Your name',
    email: 'E-mail',
    email_hint: 'We send you a link to confirm, and then your ticket.',
    party: 'How many people?',
    party_hint: ({ most }: { readonly most: number }) => `1 to ${most}`,
    send: 'Book',
    wrong: 'Some fields need another look.',
    name_wrong: 'Please give a name on one line.',
    email_wrong: 'Please check this address.',
    party_wrong: ({ most }: { readonly most: number }) => `A number from 1 to ${most}, please.`,
    seats_wrong: ({ left }: { readonly left: number }) => `Not enough seats. Seats left: ${left}.`,
  },
  check: {
    title: 'Check your mail',
    text: ({ email }: { readonly email: string }) =>
      `We have sent a link to ${email}. Open it and confirm: only then are the seats yours.`,
    note: 'Nothing there after a few minutes? Look in the junk folder, or book again.',
  },
  confirm: {
    title: 'Confirm your booking',
    text: 'One more step, and the seats are yours.',
    button: 'Yes, I am coming',
  },
  gone: {
    title: 'This link no longer works',
    text: 'It was used already, or has run out. If you have confirmed, your ticket is in your mail. Otherwise please book again.',
  },
  full: {
    title: 'Sorry, others were faster',
    text: ({ left }: { readonly left: number }) =>
      `The seats went while your mail was waiting. Seats left: ${left}.`,
    again: 'Book for fewer people or another evening',
  },
  busy: {
    title: 'A little slower, please',
    text: ({ minutes }: { readonly minutes: number }) =>
      `There were many bookings from your connection. Please try again in ${minutes} min.`,
  },
  missing: {
    title: 'There is nothing here',
    text: 'The address may be incomplete, or the evening is over.',
  },
  ticket: {
    title: 'Your ticket',
    show: 'Show this code at the door, on your screen or on paper.',
    calendar: 'Add to calendar',
    print: 'Print',
    keep: 'Keep this page, or print it.',
    mailed:
      'The link to this page is also in your mail. Another link there lets you change or cancel the booking.',
    void_title: 'This ticket is no longer valid',
    void_text: 'It was cancelled or replaced by another one. Please look at your latest mail.',
    off_title: 'This performance was called off',
    off_text: 'We are sorry. Please look at the programme for another evening.',
  },
  manage: {
    title: 'Your booking',
    party: 'Change the number of people',
    save: 'Save',
    cancel_title: 'Cannot come?',
    cancel_text: 'Your seats go to others. This cannot be undone.',
    cancel: 'Cancel the booking',
    changed_title: 'Changed',
    changed_text: 'Your new ticket is in your mail. The former one is no longer valid.',
    cancelled_title: 'Your booking is cancelled',
    cancelled_text: 'Thank you for telling us. The seats go to others.',
    no_room: ({ most }: { readonly most: number }) =>
      `There is room for ${most} of you at the most. Your booking has stayed as it was.`,
    closed: 'This booking can no longer be changed here.',
  },
  mail: {
    confirm_subject: ({ title }: { readonly title: string }) => `Please confirm: ${title}`,
    confirm_lead: 'You asked for seats. Please confirm, so that we can keep them for you.',
    confirm_button: 'Confirm the booking',
    confirm_until: ({ when }: { readonly when: string }) =>
      `The link works until ${when}. Until you confirm, no seats are kept.`,
    confirm_ignore: 'You did not ask for this? Then do nothing: nothing is booked.',
    ticket_subject: ({ title }: { readonly title: string }) => `Your ticket: ${title}`,
    ticket_lead: 'Your seats are confirmed. Show the code of this ticket at the door.',
    ticket_button: 'Open the ticket',
    manage: 'Change or cancel',
    changed_subject: ({ title }: { readonly title: string }) => `Your new ticket: ${title}`,
    changed_lead: 'Your booking was changed. This ticket replaces the former one.',
    cancelled_subject: ({ title }: { readonly title: string }) => `Cancelled: ${title}`,
    cancelled_lead: 'Your booking was cancelled. The ticket is no longer valid.',
    called_off_subject: ({ title }: { readonly title: string }) => `Called off: ${title}`,
    called_off_lead:
      'We are sorry: this performance does not take place. Your ticket lets nobody in.',
    takes_place_subject: ({ title }: { readonly title: string }) =>
      `Takes place after all: ${title}`,
    takes_place_lead:
      'Good news: this performance takes place after all. Your ticket is valid as it was.',
  },
}
