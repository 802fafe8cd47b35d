import { type Op, VERDICT_CODES } from '@counterfoil/domain'
import * as z from 'zod'
import { currencySchema, idSchema, instantSchema, nameSchema, noteSchema } from './common'

export const seqSchema = z
  .int()
  .min(1)
  .max(2 ** 48)

export const shownSchema = z
  .strictObject({
    status: z.enum(['accepted', 'rejected', 'pending']),
    code: z.enum(VERDICT_CODES).nullable(),
  })
  .meta({ id: 'Shown' })

const opBase = {
  id: idSchema,
  seq: seqSchema.optional(),
  at: instantSchema,
  offset_ms: z.int().nullable(),
  sign_on: idSchema.optional(),
  shown: shownSchema,
}

/** JWE compact, `ECDH-ES` + `A256GCM`; five parts, the encrypted key empty. */
export const sealedPinSchema = z
  .string()
  .max(2048)
  .regex(/^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/)

const lostSchema = z
  .strictObject({ from_seq: seqSchema, to_seq: seqSchema })
  .refine((range) => range.from_seq <= range.to_seq, 'from_seq must not exceed to_seq')

/** People who go through a door on one operation. */
const peopleSchema = z.int().min(1).max(1000)
const ticketData = { ticket_token: z.string().min(1).max(1024), performance_id: idSchema }

export const opSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...opBase,
      kind: z.literal('staff.sign_on'),
      data: z.strictObject({
        staff_id: idSchema,
        sealed_pin: sealedPinSchema,
        badge: z.literal(true).optional(),
      }),
    }),
    z.strictObject({ ...opBase, kind: z.literal('staff.sign_off'), data: z.strictObject({}) }),
    z.strictObject({
      ...opBase,
      kind: z.literal('loyalty.stamp'),
      data: z.strictObject({
        card_token: z.string().min(1).max(128),
        count: z.int().min(1).max(100).optional(),
      }),
    }),
    z.strictObject({ ...opBase, kind: z.literal('clock.in'), data: z.strictObject({}) }),
    z.strictObject({ ...opBase, kind: z.literal('clock.out'), data: z.strictObject({}) }),
    z.strictObject({ ...opBase, kind: z.literal('clock.break_start'), data: z.strictObject({}) }),
    z.strictObject({ ...opBase, kind: z.literal('clock.break_end'), data: z.strictObject({}) }),
    z.strictObject({
      ...opBase,
      kind: z.literal('loyalty.earn'),
      data: z.strictObject({
        card_token: z.string().min(1).max(128),
        amount_minor: z.int().min(0),
        currency: currencySchema,
        receipt: nameSchema(80).optional(),
      }),
    }),
    z.strictObject({
      ...opBase,
      kind: z.literal('loyalty.redeem'),
      data: z.strictObject({ card_token: z.string().min(1).max(128), reward_id: idSchema }),
    }),
    z.strictObject({
      ...opBase,
      kind: z.literal('ticket.admit'),
      data: z.strictObject({ ...ticketData, count: peopleSchema.optional() }),
    }),
    z.strictObject({
      ...opBase,
      kind: z.literal('ticket.exit'),
      data: z.strictObject(ticketData),
    }),
    z.strictObject({
      ...opBase,
      kind: z.literal('ticket.walk_in'),
      data: z.strictObject({ performance_id: idSchema, count: peopleSchema }),
    }),
    z.strictObject({
      ...opBase,
      kind: z.literal('op.void'),
      data: z.strictObject({ op_id: idSchema, reason: noteSchema }),
    }),
    z.strictObject({ ...opBase, kind: z.literal('device.lost'), data: lostSchema }),
  ])
  .meta({ id: 'Op' }) satisfies z.ZodType<Op>
