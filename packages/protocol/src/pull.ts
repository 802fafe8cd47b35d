import * as z from 'zod'
import { changeSchema } from './change'
import { cursorSchema, idSchema, instantSchema } from './common'
import { punchActionSchema, sheetRulesSchema } from './endpoints/clock-schemas'

/** A tablet that lags far behind pulls pages of this size; larger than other lists allow. */
export const MAX_PULL = 5000

export const pullQuerySchema = z.strictObject({
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PULL).default(500),
})

/** A tablet that works at the doors, and when the server last knew that nothing waited on it. */
export const doorSchema = z
  .strictObject({ id: idSchema, label: z.string(), drained_at: instantSchema.nullable() })
  .meta({ id: 'Door' })
export type Door = z.infer<typeof doorSchema>

/** A punch or a manager's entry that counts. */
export const ownPunchSchema = z.strictObject({
  /** The operation, or the amendment. */
  op_id: idSchema,
  punch: punchActionSchema,
  at: instantSchema,
  seq: z.int().nullable(),
  /** By a manager, not by the person. */
  manual: z.boolean(),
})

/** What counts of a person's last fifteen days, wherever it was told: all of it, every time. */
export const personClockSchema = z
  .strictObject({ staff_id: idSchema, punches: z.array(ownPunchSchema) })
  .meta({ id: 'PersonClock' })
export type PersonClock = z.infer<typeof personClockSchema>

/** How the merchant reads punches, and the people of this store whose punches changed. */
export const clockNewsSchema = z
  .strictObject({ rules: sheetRulesSchema, people: z.array(personClockSchema) })
  .meta({ id: 'ClockNews' })
export type ClockNews = z.infer<typeof clockNewsSchema>

export const pullAnswerSchema = z
  .strictObject({
    cursor: cursorSchema,
    more: z.boolean(),
    /** Drop the replica first: this page is the start of a new one. */
    reset: z.boolean(),
    server_time: instantSchema,
    changes: z.array(changeSchema),
    /** For tablets with the job `door`, as of `server_time`: every paired tablet that has it, too. */
    doors: z.array(doorSchema).optional(),
    /** For tablets with the job `clock`; comes with the changes of this page and counts as they do. */
    clock: clockNewsSchema.optional(),
  })
  .meta({ id: 'PullAnswer' })

export type PullAnswer = z.infer<typeof pullAnswerSchema>
