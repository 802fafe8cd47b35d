/** Who and what is in the demo. Invented; any likeness is chance. */
export interface DemoMerchant {
  /** Names its secrets and its accounts. */
  readonly key: 'harbour' | 'rival'
  readonly name: string
  readonly stores: readonly DemoStore[]
  readonly staff: readonly DemoPerson[]
  readonly programs: readonly DemoProgram[]
  /** Each has the card of the same place among those of stamps. */
  readonly customers: readonly DemoCustomer[]
  readonly accounts: readonly DemoAccount[]
  /** Customers at the counter on an average day. */
  readonly visits_a_day: number
  /** Label of the tablet at the first store's entrance, for the clock; phones may clock there too. */
  readonly entrance?: string
  readonly history_days: number
}

export interface DemoStore {
  readonly code: string
  readonly name: string
  readonly address: string
  /** Labels of its tablets. */
  readonly tablets: readonly string[]
}

export interface DemoPerson {
  readonly name: string
  readonly personnel_number: string
}

export interface DemoProgram {
  readonly name: string
  readonly kind: 'stamps' | 'points'
  /** What points are exchanged for. */
  readonly rewards?: readonly { readonly name: string; readonly cost: number }[]
  readonly stamps_required: number
  readonly reward: string
  readonly pin_required: boolean
  readonly cards: number
}

export interface DemoCustomer {
  readonly name: string
  readonly phone?: string
  readonly email?: string
}

export interface DemoAccount {
  readonly email: string
  readonly name: string
  readonly role: 'owner' | 'viewer'
}

export const TIME_ZONE = 'Europe/Luxembourg'
export const COOLDOWN_MINUTES = 15
export const DAILY_LIMIT = 5

export const ADMIN = { email: 'admin@counterfoil.example', name: 'Robin Platform' } as const

export const HARBOUR: DemoMerchant = {
  key: 'harbour',
  name: 'Harbour Coffee',
  stores: [
    {
      code: 'HARBOUR-1',
      name: 'Harbour Coffee, Quay',
      address: '3, quai du Port',
      tablets: ['Counter', 'Terrace'],
    },
    {
      code: 'HARBOUR-2',
      name: 'Harbour Coffee, Market',
      address: '12, place du Marché',
      tablets: ['Market counter'],
    },
  ],
  staff: [
    { name: 'Anna Weber', personnel_number: '101' },
    { name: 'Luca Rossi', personnel_number: '102' },
    { name: 'Sophie Martin', personnel_number: '103' },
    { name: 'Tom Becker', personnel_number: '104' },
    { name: 'Inês Ferreira', personnel_number: '105' },
  ],
  programs: [
    {
      name: 'Coffee card',
      kind: 'stamps',
      stamps_required: 10,
      reward: 'A coffee on the house',
      pin_required: true,
      cards: 42,
    },
    {
      name: 'Bakery card',
      kind: 'stamps',
      stamps_required: 8,
      reward: 'A loaf of bread',
      pin_required: false,
      cards: 18,
    },
    // Behind all others: the history of stamps takes its cards from before it.
    {
      name: 'Harbour points',
      kind: 'points',
      stamps_required: 10,
      reward: 'Reward',
      pin_required: true,
      cards: 14,
      rewards: [
        { name: 'A slice of cake', cost: 40 },
        { name: 'A bag of beans', cost: 120 },
      ],
    },
  ],
  customers: [
    { name: 'Marie Thill', phone: '+352 621 555 017', email: 'marie.thill@mail.example' },
    { name: 'João Almeida', phone: '+352 691 555 204' },
    { name: 'Léa Kieffer', email: 'lea.k@mail.example' },
    { name: 'Oskar Lindqvist', phone: '+46 70 555 01 23' },
    { name: 'Fatima Benali', phone: '+352 661 555 340', email: 'f.benali@mail.example' },
    { name: 'Pit Hansen', phone: '+352 621 555 488' },
    { name: 'Chiara Greco', email: 'chiara.greco@mail.example' },
    { name: 'Dr. Wolfgang Schneider-Reuter', phone: '+49 651 555 0190' },
    { name: 'Tess Wagner' },
    { name: 'Yuki Tanaka', phone: '+352 691 555 612', email: 'yuki@mail.example' },
  ],
  accounts: [
    { email: 'owner@harbour.example', name: 'Claire Hoffmann', role: 'owner' },
    { email: 'viewer@harbour.example', name: 'Jan Peeters', role: 'viewer' },
  ],
  visits_a_day: 40,
  entrance: 'Entrance',
  history_days: 14,
}

export const RIVAL: DemoMerchant = {
  key: 'rival',
  name: 'Rival Books',
  stores: [
    {
      code: 'RIVAL-1',
      name: 'Rival Books',
      address: '27, rue des Écoles',
      tablets: ['Till'],
    },
  ],
  staff: [
    { name: 'Nora Schmit', personnel_number: '201' },
    { name: 'Paul Klein', personnel_number: '202' },
  ],
  programs: [
    {
      name: 'Reader’s card',
      kind: 'stamps',
      stamps_required: 12,
      reward: 'A paperback of your choice',
      pin_required: true,
      cards: 9,
    },
  ],
  customers: [{ name: 'Hugo Faber', phone: '+352 621 555 930' }],
  accounts: [{ email: 'owner@rival.example', name: 'Eva Lang', role: 'owner' }],
  visits_a_day: 6,
  history_days: 14,
}
