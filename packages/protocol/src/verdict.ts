import { VERDICT_CODES, VERDICT_FLAGS } from '@counterfoil/domain'
import * as z from 'zod'
import { idSchema, instantSchema } from './common'
import { seqSchema } from './op'

const scalarSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])

export const verdictDetailSchema = z.record(
  z.string(),
  z.union([scalarSchema, z.record(z.string(), scalarSchema)]),
)

/** The server's final word on one op, as push answers it. */
export const verdictSchema = z
  .strictObject({
    id: idSchema,
    seq: seqSchema.nullable(),
    status: z.enum(['accepted', 'rejected']),
    code: z.enum(VERDICT_CODES).nullable(),
    flags: z.array(z.enum(VERDICT_FLAGS)),
    detail: verdictDetailSchema,
    occurred_at: instantSchema,
  })
  .meta({ id: 'Verdict' })

export type WireVerdict = z.infer<typeof verdictSchema>
