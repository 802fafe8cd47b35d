/** What a query is about; live hints name topics, and queries of those topics load again. */
export const TOPICS = [
  'stores',
  'devices',
  'staff',
  'programs',
  'cards',
  'customers',
  'door',
  'clock',
  'ledger',
  'reviews',
  'today',
  'settings',
  'audit',
] as const
export type Topic = (typeof TOPICS)[number]

export function isTopic(value: unknown): value is Topic {
  return TOPICS.some((topic) => topic === value)
}
