import { type EpochMs, type Id, instantMs } from '@counterfoil/domain'
import { createFormat, loadServerMessages, type ServerMessages } from '@counterfoil/messages'
import type { Reservation } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { compose, type Letter } from '../mail/compose'
import { queueMail } from '../mail/mail-outbox'
import type { ChangeBy } from '../merchants/change'
import { makeLink } from './reservation-link'

type Told =
  | { readonly kind: 'confirm'; readonly expires: EpochMs }
  | { readonly kind: 'ticket' | 'changed'; readonly token: string }
  | { readonly kind: 'cancelled' }

/**
 * Tells the guest by mail what became of a reservation, if they left an address: part of the same
 * transaction, sent after its commit.
 */
export async function tellGuest(
  trx: Transaction<Database>,
  by: ChangeBy,
  reservation: Reservation,
  told: Told,
): Promise<void> {
  const { email, name, language } = reservation
  if (email === null) return
  const { deps, caller, now } = by
  const evening = await loadEvening(trx, caller.merchant_id, reservation.performance_id)
  const { booking, server } = await loadServerMessages(language)
  const format = createFormat(language, evening.time_zone)
  const starts = `${format.date(evening.starts_at)}, ${format.time(evening.starts_at)}`
  const doors =
    evening.opens_at === null
      ? []
      : [booking.programme.doors({ time: format.time(evening.opens_at) })]
  const place = [evening.venue, evening.address].filter((part) => part !== null && part !== '')
  const people = booking.people({ count: reservation.party_size })
  const facts = [
    evening.title,
    starts,
    ...doors,
    ...(place.length > 0 ? [place.join(', ')] : []),
    people,
  ]
  const until = (at: EpochMs) => format.dateTime(at, now)
  const links = await linksOf(trx, by, reservation, told, evening.starts_at, booking)
  const content = await compose({
    from_name: evening.merchant,
    to_name: name,
    language,
    greeting: server.mail.greeting({ name }),
    facts,
    links,
    ...wordsOf(booking, told, until),
  })
  const subject = SUBJECT[told.kind](booking.mail, { title: evening.title })
  const mail = { id: deps.newId(), merchant_id: caller.merchant_id, kind: told.kind }
  await queueMail(trx, deps.crypto, { ...mail, to_address: email, subject, content }, now)
}

type Words = ServerMessages['booking']

const SUBJECT: Readonly<
  Record<Told['kind'], (mail: Words['mail'], about: { readonly title: string }) => string>
> = {
  confirm: (mail, about) => mail.confirm_subject(about),
  ticket: (mail, about) => mail.ticket_subject(about),
  changed: (mail, about) => mail.changed_subject(about),
  cancelled: (mail, about) => mail.cancelled_subject(about),
}

function wordsOf(
  { mail }: Words,
  told: Told,
  until: (at: EpochMs) => string,
): Pick<Letter, 'lead' | 'notes'> {
  switch (told.kind) {
    case 'confirm':
      return {
        lead: mail.confirm_lead,
        notes: [mail.confirm_until({ when: until(told.expires) }), mail.confirm_ignore],
      }
    case 'ticket':
      return { lead: mail.ticket_lead, notes: [] }
    case 'changed':
      return { lead: mail.changed_lead, notes: [] }
    case 'cancelled':
      return { lead: mail.cancelled_lead, notes: [] }
  }
}

/** By the public address alone: what a request says of its host is never asked. */
async function linksOf(
  trx: Transaction<Database>,
  { deps, caller, now }: ChangeBy,
  { id: reservation_id }: Reservation,
  told: Told,
  starts_at: EpochMs,
  { mail }: Words,
): Promise<Letter['links']> {
  const { publicUrl } = deps.config
  const link = { merchant_id: caller.merchant_id, reservation_id }
  if (told.kind === 'cancelled') return []
  if (told.kind === 'confirm') {
    const token = await makeLink(trx, link, 'confirm', told.expires)
    return [{ text: mail.confirm_button, url: `${publicUrl}/confirm/${token}` }]
  }
  const ticket = { text: mail.ticket_button, url: `${publicUrl}/t/${told.token}` }
  if (starts_at <= now) return [ticket]
  const manage = await makeLink(trx, link, 'manage', starts_at)
  return [ticket, { text: mail.manage, url: `${publicUrl}/booking/${manage}` }]
}

async function loadEvening(trx: Transaction<Database>, merchantId: Id, performanceId: Id) {
  return trx
    .selectFrom('performance')
    .innerJoin('merchant', 'merchant.merchant_id', 'performance.merchant_id')
    .leftJoin('venue', (join) =>
      join
        .onRef('venue.merchant_id', '=', 'performance.merchant_id')
        .onRef('venue.id', '=', 'performance.venue_id'),
    )
    .select(['performance.title', 'performance.starts_at', 'performance.opens_at'])
    .select(['performance.time_zone', 'merchant.name as merchant'])
    .select(['venue.name as venue', 'venue.address'])
    .where('performance.merchant_id', '=', merchantId)
    .where('performance.id', '=', performanceId)
    .executeTakeFirstOrThrow()
}

/** When a pending reservation's link ends. */
export function confirmationOf({ expires_at }: Reservation, now: EpochMs): EpochMs {
  return expires_at === null ? now : instantMs(expires_at)
}
