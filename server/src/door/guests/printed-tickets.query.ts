import type { Id } from '@counterfoil/domain'
import { type Kysely, sql } from 'kysely'
import type { Crypto } from '../../crypto/crypto'
import type { Database } from '../../db/schema'
import { hashToken } from '../../qr/token'
import { keyOf } from '../issuer-key'
import type { GuestPosition } from '../reservation.query'
import { signTicket } from '../sign-ticket'

/** A ticket as its holder has it. */
export interface KnownTicket {
  readonly ticket_id: Id
  readonly reservation_id: Id
  readonly name: string
  readonly party_size: number
  readonly token: string
  readonly position: GuestPosition
}

export interface TicketsToKnow {
  readonly performance_id: Id
  readonly reservation_id?: Id | undefined
  readonly after?: GuestPosition | undefined
  readonly limit: number
}

/**
 * Tokens of confirmed reservations, by name. They are stored nowhere: the same key signs the same
 * text again, for Ed25519 leaves nothing to chance.
 */
export async function knownTickets(
  db: Kysely<Database>,
  crypto: Crypto,
  merchantId: Id,
  { performance_id, reservation_id, after, limit }: TicketsToKnow,
): Promise<KnownTicket[]> {
  const rows = await db
    .selectFrom('reservation')
    .innerJoin('ticket', (join) =>
      join
        .onRef('ticket.merchant_id', '=', 'reservation.merchant_id')
        .onRef('ticket.id', '=', 'reservation.ticket_id'),
    )
    .innerJoin('issuer_key', (join) =>
      join
        .onRef('issuer_key.merchant_id', '=', 'ticket.merchant_id')
        .onRef('issuer_key.id', '=', 'ticket.issuer_key_id'),
    )
    .select(['reservation.id as reservation_id', 'reservation.name_key', 'ticket.id as ticket_id'])
    .select(['ticket.name', 'ticket.party_size', 'ticket.token_hash'])
    .select(['issuer_key.id as key_id', 'issuer_key.private_sealed'])
    .where('reservation.merchant_id', '=', merchantId)
    .where('reservation.performance_id', '=', performance_id)
    .where('reservation.status', '=', 'confirmed')
    .where('ticket.status', '=', 'confirmed')
    .$if(reservation_id !== undefined, (query) =>
      query.where('reservation.id', '=', reservation_id ?? ''),
    )
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(reservation.name_key, reservation.id) > (${after?.name_key}, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('reservation.name_key')
    .orderBy('reservation.id')
    .limit(limit)
    .execute()
  return rows.map(({ name_key, key_id, private_sealed, token_hash, ...row }) => {
    const key = keyOf(crypto, { id: key_id, private_sealed })
    const { ticket_id, reservation_id, name, party_size } = row
    const token = signTicket(key, { ticket_id, performance_id, party_size })
    if (hashToken(token) !== token_hash) throw new Error('a ticket says something else')
    const position = { name_key, id: reservation_id }
    return { ticket_id, reservation_id, name, party_size, token, position }
  })
}
