/**
 * What of a merchant changed; consoles load the matching lists again, tablets pull on `feed`.
 * `sessions` is said of an account, not of a merchant: somebody may no longer listen.
 */
export const TOPICS = [
  'feed',
  'ledger',
  'reviews',
  'devices',
  'staff',
  'programs',
  'cards',
  'customers',
  'door',
  'clock',
  'stores',
  'settings',
  'audit',
  'sessions',
] as const
export type Topic = (typeof TOPICS)[number]
