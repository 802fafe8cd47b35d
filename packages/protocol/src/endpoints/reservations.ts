import * as z from 'zod'
import {
  emailSchema,
  idSchema,
  instantSchema,
  listOf,
  listQuerySchema,
  nameSchema,
  textSchema,
} from '../common'
import { endpoint } from '../endpoint'

export const GUEST_LANGUAGES = ['en', 'fr', 'de', 'lb'] as const

export const reservationSchema = z
  .strictObject({
    id: idSchema,
    performance_id: idSchema,
    name: z.string(),
    /** Known to the console alone, never to a tablet. */
    email: z.string().nullable(),
    party_size: z.int(),
    /** A pending one holds no seat; a confirmed one has its ticket; a cancelled one never will again. */
    status: z.enum(['pending', 'confirmed', 'cancelled']),
    /** Of the guest's mails and pages. */
    language: z.enum(GUEST_LANGUAGES),
    /** The merchant's, never shown to the guest. */
    note: z.string(),
    source: z.enum(['guest', 'merchant', 'import']),
    ticket_id: idSchema.nullable(),
    /** People let in so far on its ticket. */
    admitted: z.int(),
    inside: z.int(),
    created_at: instantSchema,
    /** Until when the guest can confirm; `null` unless pending. */
    expires_at: instantSchema.nullable(),
    confirmed_at: instantSchema.nullable(),
    cancelled_at: instantSchema.nullable(),
  })
  .meta({ id: 'Reservation' })
export type Reservation = z.infer<typeof reservationSchema>

const peopleSchema = z.strictObject({ reservations: z.int(), people: z.int() })

/** One door of a performance: a tablet that let somebody in or out, or `null`: by other means. */
const doorFiguresSchema = z.strictObject({
  device_id: idSchema.nullable(),
  label: z.string().nullable(),
  in: z.int(),
  out: z.int(),
  /** When it last had nothing waiting: what it did until then is counted. */
  drained_at: instantSchema.nullable(),
  /** Operations it said it had waiting when it was last heard of. */
  waiting: z.int().nullable(),
  last_seen_at: instantSchema.nullable(),
  /** Minutes in which somebody went through, oldest first. */
  minutes: z.array(z.strictObject({ at: instantSchema, in: z.int(), out: z.int() })),
})

export const performanceFiguresSchema = z
  .strictObject({
    capacity: z.int(),
    pending: peopleSchema,
    confirmed: peopleSchema,
    cancelled: peopleSchema,
    /** People on tickets that are confirmed, booked or issued by hand. */
    booked: z.int(),
    /** Seats that can still be confirmed; 0 when overbooked. */
    left: z.int(),
    /** People let in on tickets, whoever left again included. */
    admitted: z.int(),
    walk_ins: z.int(),
    left_again: z.int(),
    inside: z.int(),
    /** People on confirmed tickets who were not let in yet. */
    expected: z.int(),
    doors: z.array(doorFiguresSchema),
    as_of: instantSchema,
  })
  .meta({ id: 'PerformanceFigures' })
export type PerformanceFigures = z.infer<typeof performanceFiguresSchema>

const importErrorSchema = z.strictObject({
  /** In the file, the heading being line 1. */
  line: z.int(),
  column: z.enum(['name', 'email', 'party_size', 'language', 'note', 'reference']).nullable(),
  code: z.enum([
    'COLUMNS',
    'REQUIRED',
    'FORMAT',
    'TOO_LONG',
    'TOO_GREAT',
    'TWICE',
    'FULL',
    'QUOTES',
  ]),
  message: z.string(),
})

export const guestImportSchema = z
  .strictObject({
    rows: z.int(),
    /** Rows that are, or would be, new reservations. */
    added: z.int(),
    /** Rows that an earlier import brought in. */
    known: z.int(),
    people: z.int(),
    /** Whether anything was written: never when there is an error. */
    committed: z.boolean(),
    /** The first hundred. */
    errors: z.array(importErrorSchema),
  })
  .meta({ id: 'GuestImport' })
export type GuestImport = z.infer<typeof guestImportSchema>
export type GuestImportError = z.infer<typeof importErrorSchema>

const printedTicketSchema = z.strictObject({
  ticket_id: idSchema,
  name: z.string(),
  party_size: z.int(),
  /** The ticket's page, and what its QR says. */
  url: z.string(),
  /** An SVG element. */
  qr_svg: z.string(),
})

const partySize = z.int().min(1).max(1000)
const params = z.strictObject({ id: idSchema })
const reservations = { tag: 'Reservations', caller: 'merchant' } as const
const oneReservation = z.strictObject({ reservation: reservationSchema })

export const reservationEndpoints = {
  listReservations: endpoint({
    ...reservations,
    method: 'GET',
    path: '/api/v1/merchant/reservations',
    summary: 'The guest list, by name',
    query: listQuerySchema.extend({
      performance_id: idSchema.optional(),
      status: reservationSchema.shape.status.optional(),
      /** Words of the name, or part of the e-mail address. */
      search: z.string().trim().max(120).optional(),
    }),
    status: 200,
    answer: listOf(reservationSchema),
  }),
  createReservation: endpoint({
    ...reservations,
    method: 'POST',
    path: '/api/v1/merchant/reservations',
    summary:
      'Book for a guest: confirmed at once if they fit, or pending until the guest confirms by mail',
    role: 'manager',
    body: z.strictObject({
      performance_id: idSchema,
      name: nameSchema(),
      party_size: partySize,
      email: emailSchema.nullable().default(null),
      language: z.enum(GUEST_LANGUAGES).default('en'),
      note: textSchema.default(''),
      /** Pending ones need an e-mail address. */
      status: z.enum(['confirmed', 'pending']).default('confirmed'),
    }),
    status: 201,
    answer: oneReservation,
  }),
  getReservation: endpoint({
    ...reservations,
    method: 'GET',
    path: '/api/v1/merchant/reservations/:id',
    summary: 'One reservation',
    params,
    status: 200,
    answer: oneReservation,
  }),
  updateReservation: endpoint({
    ...reservations,
    method: 'PATCH',
    path: '/api/v1/merchant/reservations/:id',
    summary:
      'Change the party, move to another performance, confirm by hand, correct; a changed ticket replaces the former one',
    role: 'manager',
    params,
    body: z
      .strictObject({
        performance_id: idSchema,
        name: nameSchema(),
        party_size: partySize,
        email: emailSchema.nullable(),
        language: z.enum(GUEST_LANGUAGES),
        note: textSchema,
        status: z.literal('confirmed'),
      })
      .partial(),
    status: 200,
    answer: oneReservation,
    problems: ['CONFLICT'],
  }),
  deleteReservation: endpoint({
    ...reservations,
    method: 'DELETE',
    path: '/api/v1/merchant/reservations/:id',
    summary:
      'Cancel: its seats are free, its ticket lets nobody else in, the guest is told by mail',
    role: 'manager',
    params,
    status: 204,
  }),
  sendReservation: endpoint({
    ...reservations,
    method: 'POST',
    path: '/api/v1/merchant/reservations/:id/send',
    summary: 'Send the guest the mail again: the ticket, or the link to confirm',
    role: 'manager',
    params,
    status: 200,
    answer: oneReservation,
    problems: ['CONFLICT'],
  }),
  getPerformanceFigures: endpoint({
    ...reservations,
    method: 'GET',
    path: '/api/v1/merchant/performances/:id/figures',
    summary: 'Who is booked, expected and inside, and what went through each door by the minute',
    params,
    status: 200,
    answer: z.strictObject({ figures: performanceFiguresSchema }),
  }),
  exportGuests: endpoint({
    ...reservations,
    method: 'GET',
    path: '/api/v1/merchant/performances/:id/guests',
    summary: 'The guest list as a file, by name',
    role: 'manager',
    params,
    status: 200,
    stream: true,
    media: ['text/csv'],
  }),
  importGuests: endpoint({
    ...reservations,
    method: 'POST',
    path: '/api/v1/merchant/performances/:id/guests',
    summary:
      'Confirmed reservations from a CSV file: a dry run unless `commit`, all rows or none, the same row never twice',
    role: 'manager',
    params,
    body: z.strictObject({
      /** With a heading: `name`, `party_size`, and at will `email`, `language`, `note`, `reference`. */
      csv: z.string().min(1).max(200_000),
      commit: z.boolean().default(false),
    }),
    status: 200,
    answer: z.strictObject({ import: guestImportSchema }),
  }),
  printTickets: endpoint({
    ...reservations,
    method: 'GET',
    path: '/api/v1/merchant/performances/:id/printed-tickets',
    summary: 'Tickets of confirmed reservations with their QR, by name, to print',
    role: 'manager',
    params,
    query: listQuerySchema.extend({ reservation_id: idSchema.optional() }),
    status: 200,
    answer: listOf(printedTicketSchema),
  }),
}
