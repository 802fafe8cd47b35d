import * as z from 'zod'
import { idSchema, instantSchema } from '../common'
import { endpoint } from '../endpoint'

const modeSchema = z.enum(['off', 'manual', 'automatic'])

export const performanceLeasesSchema = z
  .strictObject({
    /** Off: nobody's places are kept. Automatic: equal parts, made equal again as they are used. */
    mode: modeSchema,
    /** Capacity less the people inside. */
    room: z.int(),
    /** Of that, what is kept for no door. */
    free: z.int(),
    doors: z.array(
      z.strictObject({
        device_id: idSchema,
        label: z.string(),
        last_seen_at: instantSchema.nullable(),
        /** Operations that wait on it, as it last said. */
        waiting: z.int().nullable(),
        /** Places that it is told it may still fill. */
        places: z.int(),
        /** Places that are kept for it: more than `places` until it has been heard from. */
        held: z.int(),
        /** What it should have; `null`: an equal part. */
        share: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'PerformanceLeases' })
export type PerformanceLeases = z.infer<typeof performanceLeasesSchema>

const leases = {
  tag: 'Performances',
  caller: 'merchant',
  path: '/api/v1/merchant/performances/:id/leases',
  params: z.strictObject({ id: idSchema }),
  status: 200,
  answer: z.strictObject({ leases: performanceLeasesSchema }),
} as const

export const leaseEndpoints = {
  getPerformanceLeases: endpoint({
    ...leases,
    method: 'GET',
    summary: 'How a performance’s room is split among its doors',
  }),
  setPerformanceLeases: endpoint({
    ...leases,
    method: 'POST',
    summary: 'Split the room among doors that may go offline together, or take places back',
    role: 'manager',
    body: z.strictObject({
      mode: modeSchema,
      doors: z
        .array(
          z.strictObject({
            device_id: idSchema,
            /** Where the mode is manual; automatic parts are equal. */
            places: z.int().min(0).max(1_000_000).nullable().default(null),
          }),
        )
        .max(100)
        .default([]),
    }),
  }),
}
