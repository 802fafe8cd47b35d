import * as z from 'zod'
import { idSchema, instantSchema } from './common'
import { opSchema, seqSchema } from './op'
import { LIMITS } from './version'
import { verdictSchema } from './verdict'

const envelope = {
  sent_at: instantSchema,
  /** What still waits on the tablet, this batch included; absent from signed-in users. */
  queue: z
    .strictObject({ pending: z.int().min(0), oldest_at: instantSchema.nullable() })
    .optional(),
  /** Unsent ops of an earlier pairing: of which device row and incarnation they are. */
  recovered_from: z.strictObject({ device_id: idSchema, incarnation: z.int().min(1) }).optional(),
  /** What the tablet says of itself; shown in the console. */
  health: z
    .strictObject({
      app_version: z.string().max(40),
      storage_persisted: z.boolean().nullable(),
      storage_used_bytes: z.int().min(0).nullable(),
      storage_quota_bytes: z.int().min(0).nullable(),
      parked: z.int().min(0),
    })
    .optional(),
}

export const pushSchema = z
  .strictObject({ ...envelope, ops: z.array(opSchema).max(LIMITS.max_ops) })
  .meta({ id: 'Push' })

/** The batch with its ops unread: each op is judged by itself, so that a bad one blocks no other. */
export const pushEnvelopeSchema = z.strictObject({ ...envelope, ops: z.array(z.unknown()) })

export type Push = z.infer<typeof pushSchema>
export type PushEnvelope = z.infer<typeof pushEnvelopeSchema>

export const pushAnswerSchema = z
  .strictObject({
    received_at: instantSchema,
    /** Highest `seq` below which nothing is missing; 0 before the first. Of `recovered_from` if given. */
    last_seq: z.int().min(0),
    missing: z.array(z.tuple([seqSchema, seqSchema])),
    verdicts: z.array(verdictSchema),
  })
  .meta({ id: 'PushAnswer' })

export type PushAnswer = z.infer<typeof pushAnswerSchema>
