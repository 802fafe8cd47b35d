import * as z from 'zod'
import {
  emptySchema,
  idSchema,
  instantSchema,
  listOf,
  listQuerySchema,
  textSchema,
} from '../common'
import { endpoint } from '../endpoint'
import {
  amendmentSchema,
  clockRequestSchema,
  clockSettingsSchema,
  clockSettingsShape,
  completenessSchema,
  daySchema,
  periodSchema,
  posterSchema,
  presenceSchema,
  punchActionSchema,
  punchSchema,
  sheetSchema,
} from './clock-schemas'

const idParams = z.strictObject({ id: idSchema })
const clock = { tag: 'Clock', caller: 'merchant' } as const
const reasonSchema = textSchema.min(1)

/** Both days included; without them the present month of the store, or of the first one. */
const rangeShape = { from: daySchema.optional(), to: daySchema.optional() }
const rangeSchema = z.strictObject({ store_id: idSchema.optional(), ...rangeShape })
const range = { from: daySchema, to: daySchema, completeness: completenessSchema }

const completenessEndpoints = {
  completeness: endpoint({
    ...clock,
    method: 'GET',
    path: '/api/v1/merchant/completeness',
    summary: 'Up to when the ledger is complete, and which tablets lag',
    query: z.strictObject({ store_id: idSchema.optional() }),
    status: 200,
    answer: z.strictObject({ completeness: completenessSchema }),
  }),
}

const sheetEndpoints = {
  listPresence: endpoint({
    ...clock,
    method: 'GET',
    path: '/api/v1/merchant/presence',
    summary: 'Who is at work now, and who is on a break',
    query: z.strictObject({ store_id: idSchema.optional() }),
    status: 200,
    answer: listOf(presenceSchema).extend({ completeness: completenessSchema }),
  }),
  listSheets: endpoint({
    ...clock,
    method: 'GET',
    path: '/api/v1/merchant/sheets',
    summary: 'Time sheets by person, by name, with what is odd in them',
    query: listQuerySchema.extend({
      ...rangeShape,
      store_id: idSchema.optional(),
      staff_id: idSchema.optional(),
      /** `1`: with every shift. */
      shifts: z.enum(['0', '1']).default('0'),
    }),
    status: 200,
    answer: listOf(sheetSchema).extend(range),
    problems: ['VALIDATION'],
  }),
  getSheet: endpoint({
    ...clock,
    method: 'GET',
    path: '/api/v1/merchant/staff/:id/sheet',
    summary: 'One person: shifts, the punches they were read from, amendments and requests',
    params: idParams,
    query: rangeSchema,
    status: 200,
    answer: z.strictObject({
      sheet: sheetSchema,
      punches: z.array(punchSchema),
      amendments: z.array(amendmentSchema),
      requests: z.array(clockRequestSchema),
      ...range,
    }),
    problems: ['VALIDATION'],
  }),
  listPunches: endpoint({
    ...clock,
    method: 'GET',
    path: '/api/v1/merchant/punches',
    summary: 'Punches as they were made, newest first',
    query: listQuerySchema.extend({
      staff_id: idSchema.optional(),
      store_id: idSchema.optional(),
      /** On `at`, from included, to excluded. */
      from: instantSchema.optional(),
      to: instantSchema.optional(),
    }),
    status: 200,
    answer: listOf(punchSchema),
  }),
}

const amendmentEndpoints = {
  listAmendments: endpoint({
    ...clock,
    method: 'GET',
    path: '/api/v1/merchant/amendments',
    summary: 'Corrections of time sheets, newest first',
    query: listQuerySchema.extend({ staff_id: idSchema.optional() }),
    status: 200,
    answer: listOf(amendmentSchema),
  }),
  createAmendment: endpoint({
    ...clock,
    method: 'POST',
    path: '/api/v1/merchant/amendments',
    summary: 'Correct: add a punch, strike a punch or an earlier amendment, or both to move one',
    role: 'manager',
    body: z
      .strictObject({
        staff_id: idSchema,
        strikes: idSchema.optional(),
        adds: z
          .strictObject({ punch: punchActionSchema, at: instantSchema, store_id: idSchema })
          .optional(),
        reason: reasonSchema,
      })
      .refine(({ strikes, adds }) => strikes !== undefined || adds !== undefined, {
        error: 'must strike or add something',
        path: ['adds'],
      }),
    status: 201,
    answer: z.strictObject({ amendment: amendmentSchema }),
    problems: ['CONFLICT', 'VALIDATION'],
  }),
  getAmendment: endpoint({
    ...clock,
    method: 'GET',
    path: '/api/v1/merchant/amendments/:id',
    summary: 'One correction',
    params: idParams,
    status: 200,
    answer: z.strictObject({ amendment: amendmentSchema }),
  }),
}

const requestEndpoints = {
  listRequests: endpoint({
    ...clock,
    method: 'GET',
    path: '/api/v1/merchant/requests',
    summary: 'What people ask to have corrected, newest first',
    query: listQuerySchema.extend({
      status: z.enum(['open', 'accepted', 'declined']).optional(),
      staff_id: idSchema.optional(),
    }),
    status: 200,
    answer: listOf(clockRequestSchema),
  }),
  createRequest: endpoint({
    ...clock,
    method: 'POST',
    path: '/api/v1/merchant/requests',
    summary: 'Ask for a correction in a person’s name, as told by them',
    role: 'manager',
    body: z.strictObject({
      staff_id: idSchema,
      store_id: idSchema,
      punch: punchActionSchema,
      at: instantSchema,
      note: textSchema.default(''),
    }),
    status: 201,
    answer: z.strictObject({ request: clockRequestSchema }),
    problems: ['VALIDATION'],
  }),
  getRequest: endpoint({
    ...clock,
    method: 'GET',
    path: '/api/v1/merchant/requests/:id',
    summary: 'One request',
    params: idParams,
    status: 200,
    answer: z.strictObject({ request: clockRequestSchema }),
  }),
  answerRequest: endpoint({
    ...clock,
    method: 'POST',
    path: '/api/v1/merchant/requests/:id/answer',
    summary: 'Accept a request, which adds the punch by an amendment, or decline it',
    role: 'manager',
    params: idParams,
    body: z.strictObject({
      answer: z.enum(['accept', 'decline']),
      note: textSchema.default(''),
      /** When it was another time than asked for. */
      at: instantSchema.optional(),
    }),
    status: 200,
    answer: z.strictObject({ request: clockRequestSchema }),
    problems: ['CONFLICT', 'VALIDATION'],
  }),
}

const periodEndpoints = {
  listPeriods: endpoint({
    ...clock,
    method: 'GET',
    path: '/api/v1/merchant/periods',
    summary: 'Periods that were closed, latest first',
    query: listQuerySchema.extend({ store_id: idSchema.optional() }),
    status: 200,
    answer: listOf(periodSchema),
  }),
  closePeriod: endpoint({
    ...clock,
    method: 'POST',
    path: '/api/v1/merchant/periods',
    summary: 'Close days of a store: 409 with `lagging` while a tablet has not told all of them',
    role: 'manager',
    body: z.strictObject({
      store_id: idSchema,
      from_day: daySchema,
      to_day: daySchema,
      /** Tablets, each by its id, without which the period is closed all the same. */
      without: z.array(idSchema).max(100).default([]),
      note: textSchema.default(''),
    }),
    status: 201,
    answer: z.strictObject({ period: periodSchema }),
    problems: ['CONFLICT', 'VALIDATION'],
  }),
  getPeriod: endpoint({
    ...clock,
    method: 'GET',
    path: '/api/v1/merchant/periods/:id',
    summary: 'One period',
    params: idParams,
    status: 200,
    answer: z.strictObject({ period: periodSchema }),
  }),
  reopenPeriod: endpoint({
    ...clock,
    method: 'POST',
    path: '/api/v1/merchant/periods/:id/reopen',
    summary: 'Open a closed period again; who, when and why stays on record',
    role: 'manager',
    params: idParams,
    body: z.strictObject({ reason: reasonSchema }),
    status: 200,
    answer: z.strictObject({ period: periodSchema }),
    problems: ['CONFLICT'],
  }),
}

const settingsEndpoints = {
  getClockSettings: endpoint({
    ...clock,
    method: 'GET',
    path: '/api/v1/merchant/clock-settings',
    summary: 'How punches are read, and whether phones may punch',
    status: 200,
    answer: z.strictObject({ settings: clockSettingsSchema }),
  }),
  updateClockSettings: endpoint({
    ...clock,
    method: 'PATCH',
    path: '/api/v1/merchant/clock-settings',
    summary: 'Change rounding, automatic breaks and the use of phones',
    body: z.strictObject(clockSettingsShape).partial(),
    status: 200,
    answer: z.strictObject({ settings: clockSettingsSchema }),
  }),
}

const posterEndpoints = {
  listPosters: endpoint({
    ...clock,
    method: 'GET',
    path: '/api/v1/merchant/posters',
    summary: 'Which stores have a poster for phones',
    query: listQuerySchema,
    status: 200,
    answer: listOf(posterSchema),
  }),
  issuePoster: endpoint({
    ...clock,
    method: 'POST',
    path: '/api/v1/merchant/stores/:id/poster',
    summary: 'A new poster QR, shown this once; every older poster of the store dies',
    params: idParams,
    body: emptySchema.optional(),
    status: 201,
    answer: z.strictObject({
      poster: posterSchema,
      token: z.string(),
      url: z.string(),
      qr_png: z.string(),
      /** A page to print on A4, in four languages. */
      print_url: z.string(),
    }),
  }),
  withdrawPoster: endpoint({
    ...clock,
    method: 'DELETE',
    path: '/api/v1/merchant/stores/:id/poster',
    summary: 'The store’s poster opens nothing any more',
    params: idParams,
    status: 204,
  }),
}

const exportEndpoints = {
  exportPayroll: endpoint({
    ...clock,
    method: 'GET',
    path: '/api/v1/merchant/payroll',
    summary: 'Hours by person and day for payroll, as CSV',
    query: rangeSchema.extend({ staff_id: idSchema.optional() }),
    status: 200,
    stream: true,
    media: ['text/csv'],
    problems: ['VALIDATION'],
  }),
  exportCalendar: endpoint({
    ...clock,
    method: 'GET',
    path: '/api/v1/merchant/staff/:id/calendar',
    summary: 'Shifts that a person worked, as iCalendar',
    params: idParams,
    query: rangeSchema,
    status: 200,
    stream: true,
    media: ['text/calendar'],
    problems: ['VALIDATION'],
  }),
  exportPerson: endpoint({
    ...clock,
    method: 'GET',
    path: '/api/v1/merchant/staff/:id/data',
    summary: 'All that is kept of a person, as one file of JSON',
    role: 'manager',
    params: idParams,
    status: 200,
    stream: true,
    media: ['application/json'],
  }),
}

export const clockEndpoints = {
  ...completenessEndpoints,
  ...sheetEndpoints,
  ...amendmentEndpoints,
  ...requestEndpoints,
  ...periodEndpoints,
  ...settingsEndpoints,
  ...posterEndpoints,
  ...exportEndpoints,
}
