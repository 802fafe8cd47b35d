import { wordsOf } from '../plural'

const { count } = wordsOf('en')

interface People {
  readonly people: number
}
interface When {
  readonly when: string
}

export const door = {
  shift: {
    title: 'Which evening is it?',
    hint: 'Chosen once for the shift. The gate is this tablet’s name; the manager changes it in the console.',
    gate: ({ gate }: { readonly gate: string }) => `Gate: ${gate}`,
    starts: ({ when }: When) => `Starts ${when}`,
    opens: ({ when }: When) => `Doors ${when}`,
    inside: ({ inside, capacity }: { readonly inside: number; readonly capacity: number }) =>
      `${inside} of ${capacity} inside`,
    pin: 'PIN once per shift',
    none: 'No performance yet',
    none_text: 'The manager adds performances in the console. They appear here by themselves.',
    change: 'Change performance',
  },
  title: 'Show the ticket',
  hint: 'The camera reads it by itself. Nobody needs to touch anything.',
  exit_title: 'Tickets going out',
  exit_hint: 'One person leaves with each scan.',
  direction: 'Direction',
  in: 'In',
  out: 'Out',
  ask_first_on: 'Asks first',
  ask_first_off: 'Lets in at once',
  find: 'Find by name',
  walk_in: 'Without ticket',
  occupancy: {
    label: 'Inside now',
    inside: ({ inside, capacity }: { readonly inside: number; readonly capacity: number }) =>
      `${inside} of ${capacity} inside`,
    at_least: ({ inside, capacity }: { readonly inside: number; readonly capacity: number }) =>
      `At least ${inside} of ${capacity} inside`,
    silent: ({ doors, when }: { readonly doors: number; readonly when: string }) =>
      `${count(doors, 'door', 'doors')} not heard from since ${when}`,
    never: 'Not heard from the server yet',
    leased: ({ places }: { readonly places: number }) =>
      `${count(places, 'place', 'places')} left for this door`,
  },
  ask: {
    title: 'How many come in now?',
    party: ({ party }: { readonly party: number }) => `Party of ${party}`,
    rest: ({ admitted, party }: { readonly admitted: number; readonly party: number }) =>
      `${admitted} of ${party} are in already`,
    go: ({ people }: People) => `Let ${people} in`,
    count: 'People',
  },
  walk: {
    title: 'How many without a ticket?',
    go: ({ people }: People) => `Let ${people} in`,
  },
  search: {
    title: 'Find by name',
    label: 'First letters of a name',
    hint: 'Type the beginning of the first or last name.',
    nobody: 'Nobody with that name',
    nobody_text: 'Try fewer letters. Tickets sold a moment ago come with the next sync.',
    more: 'More than these: type another letter.',
    in: ({ admitted, party }: { readonly admitted: number; readonly party: number }) =>
      `${admitted} of ${party} in`,
    confirmed: 'Confirmed',
    unconfirmed: 'Not confirmed',
    revoked: 'Cancelled',
  },
  working: 'One moment',
  verdict: {
    come_in: 'Come in',
    goodbye: 'Goodbye',
    party: ({ admitted, party }: { readonly admitted: number; readonly party: number }) =>
      `${admitted} of ${party}`,
    of_party: ({ admitted, party }: { readonly admitted: number; readonly party: number }) =>
      `${admitted} of ${party} of the party are in`,
    guests: ({ people }: People) => count(people, 'guest', 'guests'),
    inside: ({ inside }: { readonly inside: number }) => `${inside} inside now`,
    unlisted: 'Genuine, but not on this tablet’s list yet. The server checks it.',
    unlisted_name: 'New ticket',
    is_for: ({ title, when }: { readonly title: string; readonly when: string }) =>
      `It is for ${title}, ${when}.`,
    other_unknown: 'It is for a performance that this tablet does not know.',
    not_all: 'Not all fit',
    fewer: 'Let fewer in',
    maybe_elsewhere: 'As far as this tablet knows. The server decides.',
    undone_in: 'They count as not inside again.',
    undone_out: 'They count as inside again.',
  },
  subject: ({ name, people }: { readonly name: string; readonly people: number }) =>
    `Ticket of ${name}, ${count(people, 'person', 'people')}`,
  subject_name: ({ name }: { readonly name: string }) => `Ticket of ${name}`,
  guests: ({ people }: People) => count(people, 'guest', 'guests'),
}
