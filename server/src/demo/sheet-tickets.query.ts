import type { Id } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import type { Crypto } from '../crypto/crypto'
import type { Database } from '../db/schema'
import { keyOf } from '../door/issuer-key'
import { signTicket } from '../door/sign-ticket'

/** A ticket to hold before a door's camera. */
export interface SheetTicket {
  readonly token: string
  readonly name: string
  readonly party_size: number
  /** What the door of the next evening says to it. */
  readonly what: string
}

/** Two good ones and a revoked one for the first evening, and one for the evening after. */
export async function loadSheetTickets(
  db: Kysely<Database>,
  crypto: Crypto,
  merchantId: Id,
): Promise<SheetTicket[]> {
  const evenings = await db
    .selectFrom('performance')
    .select('id')
    .where('merchant_id', '=', merchantId)
    .where('active', '=', true)
    .orderBy('starts_at')
    .limit(2)
    .execute()
  const [first, second] = evenings.map(({ id }) => id)
  const of = (performance: Id | undefined, status: 'confirmed' | 'revoked', most: number) =>
    performance === undefined ? [] : tickets(db, crypto, merchantId, { performance, status, most })
  const [good, revoked, other] = await Promise.all([
    of(first, 'confirmed', 2),
    of(first, 'revoked', 1),
    of(second, 'confirmed', 1),
  ])
  return [
    ...good.map((ticket) => Object.assign(ticket, { what: 'good for the first evening' })),
    ...revoked.map((ticket) => Object.assign(ticket, { what: 'cancelled: let nobody in' })),
    ...other.map((ticket) => Object.assign(ticket, { what: 'for the evening after' })),
  ]
}

async function tickets(
  db: Kysely<Database>,
  crypto: Crypto,
  merchantId: Id,
  wanted: {
    readonly performance: Id
    readonly status: 'confirmed' | 'revoked'
    readonly most: number
  },
) {
  const rows = await db
    .selectFrom('ticket')
    .innerJoin('issuer_key', (join) =>
      join
        .onRef('issuer_key.merchant_id', '=', 'ticket.merchant_id')
        .onRef('issuer_key.id', '=', 'ticket.issuer_key_id'),
    )
    .select(['ticket.id', 'ticket.name', 'ticket.party_size', 'ticket.performance_id'])
    .select(['issuer_key.id as key_id', 'issuer_key.private_sealed'])
    .where('ticket.merchant_id', '=', merchantId)
    .where('ticket.performance_id', '=', wanted.performance)
    .where('ticket.status', '=', wanted.status)
    .orderBy('ticket.id')
    .limit(wanted.most)
    .execute()
  return rows.map(({ id, key_id, private_sealed, name, party_size, performance_id }) => {
    const key = keyOf(crypto, { id: key_id, private_sealed })
    return {
      name,
      party_size,
      token: signTicket(key, { ticket_id: id, performance_id, party_size }),
    }
  })
}
