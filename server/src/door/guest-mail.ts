import { type EpochMs, instantMs } from '@counterfoil/domain'
import type { ServerMessages } from '@counterfoil/messages'
import type { Reservation } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import type { Letter } from '../mail/compose'
import { queueMails } from '../mail/mail-outbox'
import type { ChangeBy } from '../merchants/change'
import { guestLetter, loadMailedEvening, type Told } from './guest-letter'
import { makeLink } from './reservation-link'

/**
 * Tells the guest by mail what became of a reservation, if they left an address: part of the same
 * transaction, sent after its commit.
 */
export async function tellGuest(
  trx: Transaction<Database>,
  by: ChangeBy,
  reservation: Reservation,
  told: Exclude<Told, { kind: 'called_off' | 'takes_place' }>,
): Promise<void> {
  const { email, performance_id } = reservation
  if (email === null) return
  const { deps, caller, now } = by
  const { merchant_id } = caller
  const evening = await loadMailedEvening(trx, merchant_id, performance_id)
  const links = (words: ServerMessages['booking']['mail']) =>
    linksOf(trx, by, reservation, told, evening.starts_at, words)
  const letter = await guestLetter(evening, { ...reservation, email }, told, now, links)
  await queueMails(trx, deps.crypto, [{ id: deps.newId(), merchant_id, ...letter }], now)
}

/** By the public address alone: what a request says of its host is never asked. */
async function linksOf(
  trx: Transaction<Database>,
  { deps, caller, now }: ChangeBy,
  { id: reservation_id }: Reservation,
  told: Told,
  starts_at: EpochMs,
  words: ServerMessages['booking']['mail'],
): Promise<Letter['links']> {
  const { publicUrl } = deps.config
  const link = { merchant_id: caller.merchant_id, reservation_id }
  if (told.kind === 'confirm') {
    const token = await makeLink(trx, link, 'confirm', told.expires)
    return [{ text: words.confirm_button, url: `${publicUrl}/confirm/${token}` }]
  }
  if (told.kind !== 'ticket' && told.kind !== 'changed') return []
  const ticket = { text: words.ticket_button, url: `${publicUrl}/t/${told.token}` }
  if (starts_at <= now) return [ticket]
  const manage = await makeLink(trx, link, 'manage', starts_at)
  return [ticket, { text: words.manage, url: `${publicUrl}/booking/${manage}` }]
}

/** When a pending reservation's link ends. */
export function confirmationOf({ expires_at }: Reservation, now: EpochMs): EpochMs {
  return expires_at === null ? now : instantMs(expires_at)
}
