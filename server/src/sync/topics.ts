/** What of a merchant changed; consoles load the matching lists again, tablets pull on `feed`. */
export const TOPICS = [
  'feed',
  'ledger',
  'reviews',
  'devices',
  'staff',
  'programs',
  'cards',
  'stores',
  'settings',
  'audit',
] as const
export type Topic = (typeof TOPICS)[number]
