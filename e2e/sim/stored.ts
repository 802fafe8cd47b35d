import type { Deps } from '../../server/src/deps'

export type Stored = Awaited<ReturnType<typeof loadStored>>

/** Everything that the servers hold of one merchant, read past them. */
export async function loadStored(db: Deps['db'], merchant: string) {
  const operations = await db
    .selectFrom('operation')
    .selectAll()
    .where('merchant_id', '=', merchant)
    .execute()
  const entries = await db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('merchant_id', '=', merchant)
    .orderBy('n')
    .execute()
  const cards = await db
    .selectFrom('card')
    .select(['id', 'stamps', 'points'])
    .where('merchant_id', '=', merchant)
    .execute()
  const stamps = await db
    .selectFrom('card_stamp')
    .select(['card_id', 'occurred_at', 'count'])
    .where('merchant_id', '=', merchant)
    .where('voided', '=', false)
    .execute()
  const punches = await db
    .selectFrom('punch')
    .select(['op_id', 'staff_id', 'action', 'occurred_at'])
    .where('merchant_id', '=', merchant)
    .where('voided', '=', false)
    .execute()
  const movements = await db
    .selectFrom('card_movement')
    .select(['card_id', 'points', 'stamps'])
    .where('merchant_id', '=', merchant)
    .where('voided', '=', false)
    .execute()
  const people = await db
    .selectFrom('movement')
    .select(['ticket_id', 'people', 'occurred_at'])
    .where('merchant_id', '=', merchant)
    .where('voided', '=', false)
    .execute()
  const { inside } = await db
    .selectFrom('performance')
    .select('inside')
    .where('merchant_id', '=', merchant)
    .executeTakeFirstOrThrow()
  const reviews = await db
    .selectFrom('review')
    .select(['op_id', 'reason'])
    .where('merchant_id', '=', merchant)
    .execute()
  const head = await db
    .selectFrom('merchant_head')
    .select(['ledger_n', 'ledger_hash'])
    .where('merchant_id', '=', merchant)
    .executeTakeFirstOrThrow()
  const received = new Map(operations.map((op) => [op.id, op]))
  const signOns = entries
    .filter(({ kind }) => kind === 'staff.sign_on')
    .flatMap((entry) => {
      const op = received.get(entry.op_id ?? '')
      const { staff_id, device_id } = entry
      if (op === undefined || staff_id === null || device_id === null) return []
      const { status, code, occurred_at } = op
      const tried = { staff_id, device_id, status, code, occurred_at }
      return [{ type: 'tried' as const, n: entry.n, ...tried }]
    })
  const loyalty = { cards, stamps, movements }
  const door = { people, inside }
  return { operations, entries, ...loyalty, ...door, punches, reviews, head, signOns }
}
