import * as z from 'zod'
import { changeSchema } from './change'
import { cursorSchema, idSchema, instantSchema } from './common'

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
  })
  .meta({ id: 'PullAnswer' })

export type PullAnswer = z.infer<typeof pullAnswerSchema>
