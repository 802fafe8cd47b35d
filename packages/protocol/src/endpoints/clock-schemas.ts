import {
  ANOMALIES,
  isLocalDay,
  PUNCH_ACTIONS,
  PUNCH_SOURCES,
  ROUNDINGS,
  VERDICT_FLAGS,
} from '@counterfoil/domain'
import * as z from 'zod'
import { idSchema, instantSchema } from '../common'

/** A day of a store's calendar. */
export const daySchema = z
  .string()
  .refine(isLocalDay, 'must be a day like 2026-11-20')
  .meta({ format: 'date', examples: ['2026-11-20'] })

/** What is told the clock. */
export const punchActionSchema = z.enum(PUNCH_ACTIONS)
/** `manual`: added by an amendment. */
export const punchSourceSchema = z.enum(PUNCH_SOURCES)

const durationSchema = z.int().min(0)
/** Whom and which store something is about, by name for whoever reads it. */
const person = { staff_id: idSchema, staff_name: z.string() }
const place = { store_id: idSchema, store_name: z.string() }
const total = { worked_ms: durationSchema, break_ms: durationSchema }

/** A tablet that has not told all up to now. */
export const laggingDeviceSchema = z
  .strictObject({
    device_id: idSchema,
    label: z.string(),
    store_id: idSchema,
    /** When it last had nothing waiting; `null`: never yet. */
    drained_at: instantSchema.nullable(),
    last_seen_at: instantSchema.nullable(),
    /** Operations that wait on it, as it said last. */
    waiting: z.int(),
    oldest_at: instantSchema.nullable(),
    /** Numbers below its latest that never came. */
    missing: z.int(),
    /** Operations that the server could not take and that wait for a person there. */
    parked: z.int(),
  })
  .meta({ id: 'LaggingDevice' })
export type LaggingDevice = z.infer<typeof laggingDeviceSchema>

/** How complete what the server knows of a store is. */
export const completenessSchema = z
  .strictObject({
    server_time: instantSchema,
    /** Every tablet of every store asked for has told all that happened before this; `null`: nobody knows. */
    complete_up_to: instantSchema.nullable(),
    stores: z.array(
      z.strictObject({
        ...place,
        complete_up_to: instantSchema.nullable(),
        /** Tablets in use there. */
        devices: z.int(),
        lagging: z.array(laggingDeviceSchema),
      }),
    ),
  })
  .meta({ id: 'Completeness' })
export type Completeness = z.infer<typeof completenessSchema>

export const clockPersonSchema = z
  .strictObject({
    id: idSchema,
    name: z.string(),
    personnel_number: z.string(),
    active: z.boolean(),
  })
  .meta({ id: 'ClockPerson' })

export const anomalySchema = z
  .strictObject({
    kind: z.enum(ANOMALIES),
    at: instantSchema,
    day: daySchema,
    /** The punch, or the amendment that added it. */
    op_id: idSchema,
    store_id: idSchema,
  })
  .meta({ id: 'ClockAnomaly' })

const spanSchema = z.strictObject({ from: instantSchema, until: instantSchema })
/** A punch as it was made, before any rounding. */
const markSchema = z.strictObject({ op_id: idSchema, punch: punchActionSchema, at: instantSchema })

export const shiftSchema = z
  .strictObject({
    store_id: idSchema,
    /** Where it began. */
    day: daySchema,
    /** Rounded by the merchant's rules, like all below but `punches`. */
    start: instantSchema,
    /** `null`: at work still, or the end is missing. */
    end: instantSchema.nullable(),
    ...total,
    spans: z.array(spanSchema),
    breaks: z.array(spanSchema.extend({ automatic: z.boolean() })),
    punches: z.array(markSchema),
  })
  .meta({ id: 'Shift' })
export type WireShift = z.infer<typeof shiftSchema>

/** One person's time within a range of days. */
export const sheetSchema = z
  .strictObject({
    staff: clockPersonSchema,
    total: z.strictObject(total),
    /** Only days, weeks and months with any work or break. */
    days: z.array(z.strictObject({ day: daySchema, ...total })),
    /** As far as they lie in the range. */
    weeks: z.array(z.strictObject({ week: z.string(), ...total })),
    months: z.array(z.strictObject({ month: z.string(), ...total })),
    anomalies: z.array(anomalySchema),
    /** Amendments about these days that stand. */
    amended: z.int(),
    /** Only when asked for. */
    shifts: z.array(shiftSchema).optional(),
  })
  .meta({ id: 'Sheet' })
export type Sheet = z.infer<typeof sheetSchema>

export const presenceSchema = z
  .strictObject({
    staff: clockPersonSchema,
    state: z.enum(['in', 'break']),
    /** Of the present state. */
    since: instantSchema,
    /** When the shift began. */
    came_at: instantSchema,
    ...place,
    source: punchSourceSchema,
    /** So long ago that a clock-out is probably missing. */
    overdue: z.boolean(),
  })
  .meta({ id: 'Presence' })
export type Presence = z.infer<typeof presenceSchema>

/** A punch as it was made, whatever became of it. */
export const punchSchema = z
  .strictObject({
    op_id: idSchema,
    ...person,
    ...place,
    device_id: idSchema.nullable(),
    device_label: z.string().nullable(),
    punch: punchActionSchema,
    at: instantSchema,
    /** When the server heard of it; of an amendment, when it was made. */
    received_at: instantSchema,
    source: punchSourceSchema,
    /**
     * `held`: it fell into a closed period and waits for a decision; `undone`: taken back by the
     * person or in a review; `struck`: by an amendment.
     */
    status: z.enum(['counts', 'held', 'undone', 'struck']),
    /** A review accepted it although no sign-on carried it. */
    unverified: z.boolean(),
    flags: z.array(z.enum(VERDICT_FLAGS)),
  })
  .meta({ id: 'Punch' })
export type Punch = z.infer<typeof punchSchema>

/** A correction: append-only, struck by a later one at most. */
export const amendmentSchema = z
  .strictObject({
    id: idSchema,
    /** Its entry in the ledger. */
    n: z.int(),
    ...person,
    strikes: idSchema.nullable(),
    adds: z
      .strictObject({ punch: punchActionSchema, at: instantSchema, store_id: idSchema })
      .nullable(),
    reason: z.string(),
    author_id: idSchema,
    author_name: z.string(),
    made_at: instantSchema,
    /** The person's request that it answers. */
    request_id: idSchema.nullable(),
    /** Whether no later amendment strikes it. */
    stands: z.boolean(),
  })
  .meta({ id: 'Amendment' })
export type WireAmendment = z.infer<typeof amendmentSchema>

/** "I forgot to clock out": for a manager to answer. */
export const clockRequestSchema = z
  .strictObject({
    id: idSchema,
    ...person,
    ...place,
    punch: punchActionSchema,
    at: instantSchema,
    note: z.string(),
    made_at: instantSchema,
    made_by: z.enum(['phone', 'console']),
    status: z.enum(['open', 'accepted', 'declined']),
    answered_at: instantSchema.nullable(),
    answered_by: z.string().nullable(),
    answer_note: z.string().nullable(),
    amendment_id: idSchema.nullable(),
  })
  .meta({ id: 'ClockRequest' })
export type ClockRequest = z.infer<typeof clockRequestSchema>

/** Days of a store whose sheets are frozen. */
export const periodSchema = z
  .strictObject({
    id: idSchema,
    ...place,
    /** First and last day, both included. */
    from_day: daySchema,
    to_day: daySchema,
    from: instantSchema,
    until: instantSchema,
    status: z.enum(['closed', 'reopened']),
    closed_at: instantSchema,
    closed_by: z.string(),
    note: z.string(),
    /** Tablets that had not told all when it was closed, named by whoever closed it all the same. */
    without: z.array(laggingDeviceSchema),
    reopened_at: instantSchema.nullable(),
    reopened_by: z.string().nullable(),
    reopen_reason: z.string().nullable(),
  })
  .meta({ id: 'ClockPeriod' })
export type Period = z.infer<typeof periodSchema>

const automaticBreakSchema = z.strictObject({
  after_minutes: z.int().min(0).max(1440),
  minutes: z.int().min(1).max(240),
})

const sheetRulesShape = {
  /** Grid of rounding in minutes; 0: not rounded at all. */
  round_minutes: z.union([
    z.literal(1),
    z.literal(0),
    z.literal(5),
    z.literal(6),
    z.literal(10),
    z.literal(15),
    z.literal(30),
  ]),
  round_coming: z.enum(ROUNDINGS),
  round_going: z.enum(ROUNDINGS),
  automatic_breaks: z.array(automaticBreakSchema).max(4),
}
/** How punches become hours. */
export const sheetRulesSchema = z.strictObject(sheetRulesShape).meta({ id: 'SheetRules' })

export const clockSettingsShape = {
  ...sheetRulesShape,
  /** People may punch on their own phones, by the poster of a store. */
  phone_punches: z.boolean(),
  /** Each punch made on a phone is put before a person. */
  review_phone_punches: z.boolean(),
}
export const clockSettingsSchema = z.strictObject(clockSettingsShape).meta({ id: 'ClockSettings' })
export type WireClockSettings = z.infer<typeof clockSettingsSchema>

export const posterSchema = z
  .strictObject({
    ...place,
    /** Whether a poster of this store opens anything: issued, and phones are switched on. */
    active: z.boolean(),
    issued_at: instantSchema.nullable(),
    issued_by: z.string().nullable(),
  })
  .meta({ id: 'Poster' })
export type Poster = z.infer<typeof posterSchema>
