import * as z from 'zod'
import {
  idSchema,
  instantSchema,
  listOf,
  listQuerySchema,
  nameSchema,
  textSchema,
  timeZoneSchema,
} from '../common'
import { endpoint } from '../endpoint'

/** What is played; its performances are the evenings. */
export const showSchema = z
  .strictObject({
    id: idSchema,
    title: z.string(),
    /** For the public programme, on several lines at will. */
    description: z.string(),
    active: z.boolean(),
    performances: z.int(),
    created_at: instantSchema,
  })
  .meta({ id: 'Show' })
export type Show = z.infer<typeof showSchema>

/** Where it is played. */
export const venueSchema = z
  .strictObject({
    id: idSchema,
    name: z.string(),
    address: z.string(),
    time_zone: z.string(),
    /** What a new performance there starts from; each has its own. */
    capacity: z.int(),
    active: z.boolean(),
    performances: z.int(),
    created_at: instantSchema,
  })
  .meta({ id: 'Venue' })
export type Venue = z.infer<typeof venueSchema>

/** Where guests find the programme. */
export const bookingPageSchema = z
  .strictObject({
    /** Part of the address that the merchant may choose; unique on this server. */
    slug: z.string(),
    url: z.string(),
  })
  .meta({ id: 'BookingPage' })
export type BookingPage = z.infer<typeof bookingPageSchema>

/** Lower case, digits and single hyphens, 2 to 60. */
export const slugSchema = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens')
  .meta({ examples: ['harbour-coffee'] })

const showBody = { title: nameSchema(), description: textSchema }
const venueBody = {
  name: nameSchema(),
  address: textSchema,
  time_zone: timeZoneSchema,
  capacity: z.int().min(0).max(1_000_000),
}

const params = z.strictObject({ id: idSchema })
const shows = { tag: 'Shows and venues', caller: 'merchant' } as const
const oneShow = z.strictObject({ show: showSchema })
const oneVenue = z.strictObject({ venue: venueSchema })
const onePage = z.strictObject({ booking_page: bookingPageSchema })

export const venueEndpoints = {
  listShows: endpoint({
    ...shows,
    method: 'GET',
    path: '/api/v1/merchant/shows',
    summary: 'Shows, newest first',
    query: listQuerySchema,
    status: 200,
    answer: listOf(showSchema),
  }),
  createShow: endpoint({
    ...shows,
    method: 'POST',
    path: '/api/v1/merchant/shows',
    summary: 'Add a show',
    role: 'manager',
    body: z.strictObject({ ...showBody, description: showBody.description.default('') }),
    status: 201,
    answer: oneShow,
  }),
  getShow: endpoint({
    ...shows,
    method: 'GET',
    path: '/api/v1/merchant/shows/:id',
    summary: 'One show',
    params,
    status: 200,
    answer: oneShow,
  }),
  updateShow: endpoint({
    ...shows,
    method: 'PATCH',
    path: '/api/v1/merchant/shows/:id',
    summary: 'Change a show',
    role: 'manager',
    params,
    body: z.strictObject({ ...showBody, active: z.boolean() }).partial(),
    status: 200,
    answer: oneShow,
  }),
  deleteShow: endpoint({
    ...shows,
    method: 'DELETE',
    path: '/api/v1/merchant/shows/:id',
    summary: 'Put a show away: no new performances; those that are announced take place',
    role: 'manager',
    params,
    status: 204,
  }),
  listVenues: endpoint({
    ...shows,
    method: 'GET',
    path: '/api/v1/merchant/venues',
    summary: 'Venues, newest first',
    query: listQuerySchema,
    status: 200,
    answer: listOf(venueSchema),
  }),
  createVenue: endpoint({
    ...shows,
    method: 'POST',
    path: '/api/v1/merchant/venues',
    summary: 'Add a venue',
    role: 'manager',
    body: z.strictObject({ ...venueBody, address: venueBody.address.default('') }),
    status: 201,
    answer: oneVenue,
  }),
  getVenue: endpoint({
    ...shows,
    method: 'GET',
    path: '/api/v1/merchant/venues/:id',
    summary: 'One venue',
    params,
    status: 200,
    answer: oneVenue,
  }),
  updateVenue: endpoint({
    ...shows,
    method: 'PATCH',
    path: '/api/v1/merchant/venues/:id',
    summary: 'Change a venue; performances keep their own capacity and time zone',
    role: 'manager',
    params,
    body: z.strictObject({ ...venueBody, active: z.boolean() }).partial(),
    status: 200,
    answer: oneVenue,
  }),
  deleteVenue: endpoint({
    ...shows,
    method: 'DELETE',
    path: '/api/v1/merchant/venues/:id',
    summary: 'Put a venue away: no new performances there',
    role: 'manager',
    params,
    status: 204,
  }),
  getBookingPage: endpoint({
    ...shows,
    method: 'GET',
    path: '/api/v1/merchant/booking-page',
    summary: 'Where guests find the programme',
    status: 200,
    answer: onePage,
  }),
  updateBookingPage: endpoint({
    ...shows,
    method: 'PATCH',
    path: '/api/v1/merchant/booking-page',
    summary: 'Move the programme to another address; the former one is gone at once',
    body: z.strictObject({ slug: slugSchema }),
    status: 200,
    answer: onePage,
  }),
}
