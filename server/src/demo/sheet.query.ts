import { cardProgress, type Id } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import { findPoster } from '../clock/phone/poster.query'
import type { Crypto } from '../crypto/crypto'
import type { Database } from '../db/schema'
import { hashToken } from '../qr/token'
import { type DemoMerchant, HARBOUR, RIVAL } from './cast'
import { demoBadgeToken, demoCardToken, demoPin, demoPosterToken } from './demo-secrets'
import { loadSheetTickets, type SheetTicket } from './sheet-tickets.query'

export interface SheetCard {
  readonly token: string
  readonly number: string
  readonly program: string
  /** What is on it, in words. */
  readonly holds: string
}

export interface SheetPerson {
  readonly name: string
  readonly personnel_number: string
  /** `undefined` once the console has given out another badge or PIN. */
  readonly badge_token: string | undefined
  readonly pin: string | undefined
}

export interface Sheet {
  readonly merchant_id: Id
  readonly cast: DemoMerchant
  readonly stores: readonly { readonly id: Id; readonly code: string; readonly name: string }[]
  readonly cards: readonly SheetCard[]
  readonly people: readonly SheetPerson[]
  /** `undefined` where none hangs, or the console has issued another. */
  readonly poster_token: string | undefined
  readonly tickets: readonly SheetTicket[]
}

/** Of each program, so many cards are on the sheet. */
const CARDS_SHOWN = 6

export function castOf(key: string | undefined): DemoMerchant {
  return key === RIVAL.key ? RIVAL : HARBOUR
}

/** What the sheet of a demo merchant shows, as things are now; `undefined` without the demo. */
export async function loadSheet(
  db: Kysely<Database>,
  crypto: Crypto,
  cast: DemoMerchant,
): Promise<Sheet | undefined> {
  const owner = cast.accounts[0]?.email ?? ''
  const membership = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.account_id', 'membership.account_id')
    .select('merchant_id')
    .where('account.email', '=', owner)
    .executeTakeFirst()
  if (membership === undefined) return undefined
  const { merchant_id } = membership
  const stores = await db
    .selectFrom('store')
    .select(['id', 'code', 'name'])
    .where('merchant_id', '=', merchant_id)
    .where('active', '=', true)
    .orderBy('code')
    .execute()
  const cards = await loadCards(db, crypto, cast, merchant_id)
  const people = await loadPeople(db, crypto, cast, merchant_id)
  const token = demoPosterToken(crypto, cast.key, merchant_id)
  const poster_token = (await findPoster(db, token)) === undefined ? undefined : token
  const tickets = await loadSheetTickets(db, crypto, merchant_id)
  return { merchant_id, cast, stores, cards, people, tickets, poster_token }
}

async function loadCards(
  db: Kysely<Database>,
  crypto: Crypto,
  cast: DemoMerchant,
  merchantId: Id,
): Promise<SheetCard[]> {
  const tokens = shownCards(cast).map((index) => demoCardToken(crypto, cast.key, index))
  const rows = await db
    .selectFrom('card')
    .innerJoin('program', (join) =>
      join
        .onRef('program.merchant_id', '=', 'card.merchant_id')
        .onRef('program.id', '=', 'card.program_id'),
    )
    .select(['card.token_hash', 'card.number', 'card.stamps', 'card.points'])
    .select(['program.stamps_required', 'program.kind', 'program.name as program'])
    .where('card.merchant_id', '=', merchantId)
    .where('card.status', '=', 'active')
    .where('card.token_hash', 'in', tokens.map(hashToken))
    .execute()
  const byHash = new Map(rows.map((row) => [row.token_hash, row]))
  return tokens.flatMap((token) => {
    const row = byHash.get(hashToken(token))
    if (row === undefined) return []
    const { number, program, kind, points, stamps, stamps_required } = row
    const { on_card } = cardProgress(stamps, stamps_required)
    const holds = kind === 'points' ? `${points} points` : `${on_card} of ${stamps_required} stamps`
    return [{ token, number, program, holds }]
  })
}

/** The last cards of each program: the least used. */
function shownCards({ programs }: DemoMerchant): number[] {
  let end = 0
  return programs.flatMap(({ cards }) => {
    end += cards
    return Array.from({ length: Math.min(CARDS_SHOWN, cards) }, (_, n) => end - 1 - n)
  })
}

async function loadPeople(
  db: Kysely<Database>,
  crypto: Crypto,
  cast: DemoMerchant,
  merchantId: Id,
): Promise<SheetPerson[]> {
  const rows = await db
    .selectFrom('staff')
    .leftJoin('staff_pin as pin', (join) =>
      join
        .onRef('pin.merchant_id', '=', 'staff.merchant_id')
        .onRef('pin.staff_id', '=', 'staff.id')
        .on('pin.replaced_at', 'is', null),
    )
    .select(['staff.personnel_number', 'staff.name', 'staff.badge_hash', 'pin.version'])
    .where('staff.merchant_id', '=', merchantId)
    .where('staff.active', '=', true)
    .execute()
  const byNumber = new Map(rows.map((row) => [row.personnel_number, row]))
  return cast.staff.flatMap((person) => {
    const row = byNumber.get(person.personnel_number)
    if (row === undefined) return []
    const badge_token = demoBadgeToken(crypto, cast.key, person)
    return [
      {
        name: row.name,
        personnel_number: row.personnel_number,
        badge_token: row.badge_hash === hashToken(badge_token) ? badge_token : undefined,
        // The first PIN is the demo's; any later one is somebody's own.
        pin: row.version === 1 ? demoPin(crypto, cast.key, person) : undefined,
      },
    ]
  })
}
