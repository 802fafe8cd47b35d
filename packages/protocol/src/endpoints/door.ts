import * as z from 'zod'
import { issuerKeyChangeSchema } from '../change'
import {
  idSchema,
  instantSchema,
  listOf,
  listQuerySchema,
  nameSchema,
  timeZoneSchema,
} from '../common'
import { endpoint } from '../endpoint'

export const performanceSchema = z
  .strictObject({
    id: idSchema,
    title: z.string(),
    starts_at: instantSchema,
    /** Nobody is let in before; `null`: whenever somebody comes. */
    opens_at: instantSchema.nullable(),
    /** Most people inside at any moment. */
    capacity: z.int(),
    /** Whether people who left may come in again on the same ticket. */
    reentry: z.boolean(),
    /** Whether tablets let people in under a PIN only, once per shift. */
    pin_required: z.boolean(),
    active: z.boolean(),
    tickets: z.int(),
    /** People on tickets that are confirmed. */
    booked: z.int(),
    /** People inside: let in on tickets and without, less those who left. */
    inside: z.int(),
    show_id: idSchema.nullable(),
    venue_id: idSchema.nullable(),
    /** Where its times are read; of the venue, or of the merchant's first store, unless said. */
    time_zone: z.string(),
    /** Guests can book from then, `null`: from its announcement on. */
    booking_opens_at: instantSchema.nullable(),
    /** Guests can book until then, `null`: until it starts. */
    booking_closes_at: instantSchema.nullable(),
    /** Whether it is on the public programme, and guests can book it. */
    listed: z.boolean(),
    /** Most people on one booking by a guest. */
    max_party: z.int(),
    created_at: instantSchema,
  })
  .meta({ id: 'Performance' })
export type Performance = z.infer<typeof performanceSchema>

const performanceBody = {
  title: nameSchema(),
  starts_at: instantSchema,
  opens_at: instantSchema.nullable(),
  capacity: z.int().min(0).max(1_000_000),
  reentry: z.boolean(),
  pin_required: z.boolean(),
  show_id: idSchema.nullable(),
  venue_id: idSchema.nullable(),
  booking_opens_at: instantSchema.nullable(),
  booking_closes_at: instantSchema.nullable(),
  listed: z.boolean(),
  max_party: z.int().min(1).max(1000),
}

export const ticketSchema = z
  .strictObject({
    id: idSchema,
    performance_id: idSchema,
    name: z.string(),
    party_size: z.int(),
    /** An unconfirmed one holds no place and lets nobody in; a revoked one never will again. */
    status: z.enum(['confirmed', 'unconfirmed', 'revoked']),
    /** People let in so far, whoever left again included. */
    admitted: z.int(),
    inside: z.int(),
    first_admitted_at: instantSchema.nullable(),
    created_at: instantSchema,
  })
  .meta({ id: 'Ticket' })
export type Ticket = z.infer<typeof ticketSchema>

const ticketBody = {
  performance_id: idSchema,
  name: nameSchema(),
  party_size: z.int().min(1).max(1000),
}

export const issuerKeySchema = issuerKeyChangeSchema
  .extend({
    /** Whether new tickets are signed with it; of those whose signatures are good, the newest. */
    signing: z.boolean(),
    /** Tickets signed with it are forgeries from then on. */
    withdrawn_at: instantSchema.nullable(),
    created_at: instantSchema,
  })
  .meta({ id: 'IssuerKey' })
export type IssuerKey = z.infer<typeof issuerKeySchema>

const idParams = z.strictObject({ id: idSchema })
const performances = { tag: 'Performances', caller: 'merchant' } as const
const tickets = { tag: 'Tickets', caller: 'merchant' } as const
const onePerformance = z.strictObject({ performance: performanceSchema })
const oneTicket = z.strictObject({ ticket: ticketSchema })

export const doorEndpoints = {
  listPerformances: endpoint({
    ...performances,
    method: 'GET',
    path: '/api/v1/merchant/performances',
    summary: 'Performances, newest first',
    query: listQuerySchema,
    status: 200,
    answer: listOf(performanceSchema),
  }),
  createPerformance: endpoint({
    ...performances,
    method: 'POST',
    path: '/api/v1/merchant/performances',
    summary: 'Announce a performance',
    role: 'manager',
    body: z.strictObject({
      ...performanceBody,
      opens_at: performanceBody.opens_at.default(null),
      reentry: performanceBody.reentry.default(false),
      pin_required: performanceBody.pin_required.default(true),
      show_id: performanceBody.show_id.default(null),
      venue_id: performanceBody.venue_id.default(null),
      time_zone: timeZoneSchema.optional(),
      booking_opens_at: performanceBody.booking_opens_at.default(null),
      booking_closes_at: performanceBody.booking_closes_at.default(null),
      listed: performanceBody.listed.default(false),
      max_party: performanceBody.max_party.default(10),
    }),
    status: 201,
    answer: onePerformance,
  }),
  getPerformance: endpoint({
    ...performances,
    method: 'GET',
    path: '/api/v1/merchant/performances/:id',
    summary: 'One performance',
    params: idParams,
    status: 200,
    answer: onePerformance,
  }),
  updatePerformance: endpoint({
    ...performances,
    method: 'PATCH',
    path: '/api/v1/merchant/performances/:id',
    summary: 'Change a performance; verdicts that were given stand',
    role: 'manager',
    params: idParams,
    body: z
      .strictObject({ ...performanceBody, time_zone: timeZoneSchema, active: z.boolean() })
      .partial(),
    status: 200,
    answer: onePerformance,
  }),
  deletePerformance: endpoint({
    ...performances,
    method: 'DELETE',
    path: '/api/v1/merchant/performances/:id',
    summary: 'Call a performance off: nobody else is let in; what happened stays',
    role: 'manager',
    params: idParams,
    status: 204,
  }),
  listTickets: endpoint({
    ...tickets,
    method: 'GET',
    path: '/api/v1/merchant/tickets',
    summary: 'Tickets, newest first',
    query: listQuerySchema.extend({
      performance_id: idSchema.optional(),
      /** Part of the name. */
      search: z.string().trim().max(120).optional(),
    }),
    status: 200,
    answer: listOf(ticketSchema),
  }),
  createTicket: endpoint({
    ...tickets,
    method: 'POST',
    path: '/api/v1/merchant/tickets',
    summary: 'Issue a signed ticket; its token and QR are in this answer only',
    role: 'manager',
    body: z.strictObject({
      ...ticketBody,
      status: z.enum(['confirmed', 'unconfirmed']).default('confirmed'),
    }),
    status: 201,
    answer: z.strictObject({ ticket: ticketSchema, token: z.string(), qr_png: z.string() }),
  }),
  getTicket: endpoint({
    ...tickets,
    method: 'GET',
    path: '/api/v1/merchant/tickets/:id',
    summary: 'One ticket',
    params: idParams,
    status: 200,
    answer: oneTicket,
  }),
  updateTicket: endpoint({
    ...tickets,
    method: 'PATCH',
    path: '/api/v1/merchant/tickets/:id',
    summary: 'Rename a ticket, confirm it, or take its confirmation back',
    role: 'manager',
    params: idParams,
    body: z
      .strictObject({ name: ticketBody.name, status: z.enum(['confirmed', 'unconfirmed']) })
      .partial(),
    status: 200,
    answer: oneTicket,
    problems: ['CONFLICT'],
  }),
  deleteTicket: endpoint({
    ...tickets,
    method: 'DELETE',
    path: '/api/v1/merchant/tickets/:id',
    summary: 'Revoke a ticket for good: it lets nobody else in; who went in stays in',
    role: 'manager',
    params: idParams,
    status: 204,
  }),
  listIssuerKeys: endpoint({
    ...tickets,
    method: 'GET',
    path: '/api/v1/merchant/issuer-keys',
    summary: 'Keys that sign tickets, newest first',
    query: listQuerySchema,
    status: 200,
    answer: listOf(issuerKeySchema),
  }),
  createIssuerKey: endpoint({
    ...tickets,
    method: 'POST',
    path: '/api/v1/merchant/issuer-keys',
    summary: 'Sign new tickets with a new key; those signed before stay genuine',
    status: 201,
    answer: z.strictObject({ issuer_key: issuerKeySchema }),
  }),
  deleteIssuerKey: endpoint({
    ...tickets,
    method: 'DELETE',
    path: '/api/v1/merchant/issuer-keys/:id',
    summary: 'Withdraw a key that leaked: every ticket signed with it is a forgery from now on',
    params: idParams,
    status: 204,
  }),
}
