import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import { instantOrNull } from '../../db/moment'
import type { Database } from '../../db/schema'
import { forMerchant } from '../../db/wall/merchant-scope'
import type { Deps } from '../../deps'
import type { Evening } from './evening'

/** An evening with whose it is. */
export interface HostedEvening extends Evening {
  readonly id: Id
  readonly merchant: string
  readonly slug: string
  /** Whether it takes place. */
  readonly active: boolean
  readonly max_party: number
}

/** What its holder sees of a ticket. */
export interface HeldTicket {
  readonly id: Id
  readonly performance_id: Id
  readonly name: string
  readonly party_size: number
  readonly status: 'confirmed' | 'unconfirmed' | 'revoked'
  /** Whether its guest has it by mail, with a link to change or cancel. */
  readonly mailed: boolean
}

export function loadTicket(
  { db }: Pick<Deps, 'db'>,
  merchantId: Id,
  tokenHash: string,
): Promise<HeldTicket> {
  return forMerchant(db, merchantId)
    .selectFrom('ticket')
    .select(['id', 'performance_id', 'name', 'party_size', 'status'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('reservation')
            .select('reservation.id')
            .whereRef('reservation.merchant_id', '=', 'ticket.merchant_id')
            .whereRef('reservation.ticket_id', '=', 'ticket.id')
            .where('reservation.email', 'is not', null)
            // Guests of a list have their tickets from whoever made it.
            .where('reservation.source', '!=', 'import'),
        )
        .$castTo<boolean>()
        .as('mailed'),
    )
    .where('merchant_id', '=', merchantId)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirstOrThrow()
}

export async function loadEvening(
  { db }: Pick<Deps, 'db'>,
  merchantId: Id,
  performanceId: Id,
): Promise<HostedEvening> {
  const row = await select(forMerchant(db, merchantId))
    .where('performance.merchant_id', '=', merchantId)
    .where('performance.id', '=', performanceId)
    .executeTakeFirstOrThrow()
  return hosted(row)
}

function select(db: Kysely<Database>) {
  return db
    .selectFrom('performance')
    .innerJoin('merchant', 'merchant.merchant_id', 'performance.merchant_id')
    .innerJoin('booking_page', 'booking_page.merchant_id', 'performance.merchant_id')
    .leftJoin('venue', (join) =>
      join
        .onRef('venue.merchant_id', '=', 'performance.merchant_id')
        .onRef('venue.id', '=', 'performance.venue_id'),
    )
    .select(['performance.id', 'performance.title', 'performance.starts_at'])
    .select(['performance.opens_at', 'performance.time_zone', 'performance.max_party'])
    .select(['performance.active', 'merchant.name as merchant', 'booking_page.slug'])
    .select(['venue.name as venue', 'venue.address'])
}

interface Row extends Omit<HostedEvening, 'starts_at' | 'opens_at' | 'venue'> {
  readonly starts_at: EpochMs
  readonly opens_at: EpochMs | null
  readonly venue: string | null
  readonly address: string | null
}

function hosted({ venue, address, starts_at, opens_at, ...row }: Row): HostedEvening {
  return {
    ...row,
    starts_at: formatInstant(starts_at),
    opens_at: instantOrNull(opens_at),
    venue: venue === null ? null : { name: venue, address: address ?? '' },
  }
}
