import * as z from 'zod'
import { emailSchema, idSchema, instantSchema, nameSchema } from '../common'
import { endpoint } from '../endpoint'
import { GUEST_LANGUAGES } from './reservations'
import { slugSchema } from './venues'

/** A performance as guests see it. */
export const publicPerformanceSchema = z
  .strictObject({
    id: idSchema,
    title: z.string(),
    description: z.string(),
    starts_at: instantSchema,
    opens_at: instantSchema.nullable(),
    time_zone: z.string(),
    venue: z.strictObject({ name: z.string(), address: z.string() }).nullable(),
    /** `null`: it can be booked now. */
    closed: z.enum(['off', 'not_yet', 'closed']).nullable(),
    booking_opens_at: instantSchema.nullable(),
    booking_closes_at: instantSchema,
    max_party: z.int(),
    seats_left: z.int(),
  })
  .meta({ id: 'PublicPerformance' })
export type PublicPerformance = z.infer<typeof publicPerformanceSchema>

/** A guest's own reservation. */
export const guestReservationSchema = z
  .strictObject({
    performance_id: idSchema,
    title: z.string(),
    starts_at: instantSchema,
    name: z.string(),
    party_size: z.int(),
    status: z.enum(['pending', 'confirmed', 'cancelled']),
  })
  .meta({ id: 'GuestReservation' })
export type GuestReservation = z.infer<typeof guestReservationSchema>

/** 128 random bits, base64url; from a mail. */
const linkToken = z.string().max(64)
const params = z.strictObject({ slug: slugSchema })
const guests = { tag: 'Public booking', caller: 'anyone' } as const

export const publicEndpoints = {
  getProgramme: endpoint({
    ...guests,
    method: 'GET',
    path: '/api/v1/public/programmes/:slug',
    summary: 'What a merchant’s guests can book, soonest first',
    params,
    status: 200,
    answer: z.strictObject({
      merchant: z.strictObject({ name: z.string() }),
      performances: z.array(publicPerformanceSchema),
    }),
    problems: ['NOT_FOUND'],
  }),
  bookSeats: endpoint({
    ...guests,
    method: 'POST',
    path: '/api/v1/public/programmes/:slug/reservations',
    summary:
      'Ask for seats: a mail with a link to confirm goes out; no seat is held before. 20 an hour and address',
    params,
    body: z.strictObject({
      performance_id: idSchema,
      name: nameSchema(),
      email: emailSchema,
      party_size: z.int().min(1).max(1000),
      language: z.enum(GUEST_LANGUAGES).default('en'),
    }),
    status: 200,
    answer: z.strictObject({ status: z.literal('check_mail') }),
    problems: ['NOT_FOUND', 'CONFLICT'],
  }),
  confirmSeats: endpoint({
    ...guests,
    method: 'POST',
    path: '/api/v1/public/confirmations',
    summary:
      'Confirm by the link of a mail, once: the seats are counted again. 60 an hour and address',
    body: z.strictObject({ token: linkToken }),
    status: 200,
    answer: z.strictObject({ reservation: guestReservationSchema, ticket_url: z.string() }),
    problems: ['NOT_FOUND', 'CONFLICT'],
  }),
  changeSeats: endpoint({
    ...guests,
    method: 'POST',
    path: '/api/v1/public/changes',
    summary: 'Change the number of people; a new ticket comes by mail',
    body: z.strictObject({ token: linkToken, party_size: z.int().min(1).max(1000) }),
    status: 200,
    answer: z.strictObject({ reservation: guestReservationSchema }),
    problems: ['NOT_FOUND', 'CONFLICT'],
  }),
  cancelSeats: endpoint({
    ...guests,
    method: 'POST',
    path: '/api/v1/public/cancellations',
    summary: 'Give the seats back',
    body: z.strictObject({ token: linkToken }),
    status: 200,
    answer: z.strictObject({ reservation: guestReservationSchema }),
    problems: ['NOT_FOUND', 'CONFLICT'],
  }),
}
