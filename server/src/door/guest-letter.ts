import type { EpochMs, Id } from '@counterfoil/domain'
import { createFormat, loadServerMessages, type ServerMessages } from '@counterfoil/messages'
import type { Reservation } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { compose, type Letter } from '../mail/compose'
import type { NewMail } from '../mail/mail-outbox'

/** What a guest is told. */
export type Told =
  | { readonly kind: 'confirm'; readonly expires: EpochMs }
  | { readonly kind: 'ticket' | 'changed'; readonly token: string }
  | { readonly kind: 'cancelled' | 'called_off' | 'takes_place' }

type Words = ServerMessages['booking']

/** What a mail says of a performance. */
export type MailedEvening = Awaited<ReturnType<typeof loadMailedEvening>>

/** Of whom a mail speaks, and to whom. */
export type Addressee = Pick<Reservation, 'name' | 'language' | 'party_size'> & {
  readonly email: string
}

/** The mail to one guest, in their language. @param links by the words of that language */
export async function guestLetter(
  evening: MailedEvening,
  { email, name, language, party_size }: Addressee,
  told: Told,
  now: EpochMs,
  links: (words: Words['mail']) => Promise<Letter['links']> | Letter['links'],
): Promise<Pick<NewMail, 'kind' | 'to_address' | 'subject' | 'content'>> {
  const { booking, server } = await loadServerMessages(language)
  const format = createFormat(language, evening.time_zone)
  const starts = `${format.date(evening.starts_at)}, ${format.time(evening.starts_at)}`
  const doors =
    evening.opens_at === null
      ? []
      : [booking.programme.doors({ time: format.time(evening.opens_at) })]
  const place = [evening.venue, evening.address].filter((part) => part !== null && part !== '')
  const people = booking.people({ count: party_size })
  const content = await compose({
    from_name: evening.merchant,
    to_name: name,
    language,
    greeting: server.mail.greeting({ name }),
    facts: [
      evening.title,
      starts,
      ...doors,
      ...(place.length > 0 ? [place.join(', ')] : []),
      people,
    ],
    links: await links(booking.mail),
    ...wordsOf(booking, told, (at) => format.dateTime(at, now)),
  })
  const subject = SUBJECT[told.kind](booking.mail, { title: evening.title })
  return { kind: told.kind, to_address: email, subject, content }
}

const SUBJECT: Readonly<
  Record<Told['kind'], (mail: Words['mail'], about: { readonly title: string }) => string>
> = {
  confirm: (mail, about) => mail.confirm_subject(about),
  ticket: (mail, about) => mail.ticket_subject(about),
  changed: (mail, about) => mail.changed_subject(about),
  cancelled: (mail, about) => mail.cancelled_subject(about),
  called_off: (mail, about) => mail.called_off_subject(about),
  takes_place: (mail, about) => mail.takes_place_subject(about),
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
    case 'called_off':
      return { lead: mail.called_off_lead, notes: [] }
    case 'takes_place':
      return { lead: mail.takes_place_lead, notes: [] }
  }
}

export async function loadMailedEvening(
  trx: Transaction<Database>,
  merchantId: Id,
  performanceId: Id,
) {
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
