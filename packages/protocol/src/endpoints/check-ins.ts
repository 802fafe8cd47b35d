import * as z from 'zod'
import { VERDICT_CODES } from '@counterfoil/domain'
import { idSchema } from '../common'
import { endpoint } from '../endpoint'
import { verdictDetailSchema, verdictSchema } from '../verdict'
import { performanceSchema, ticketSchema } from './door'

/** Who wants to come in, and where to. */
const checkInSchema = z
  .strictObject({
    performance_id: idSchema,
    /** What stands behind `/t/` in the ticket's QR; or `list.` and a ticket's id, by name. */
    ticket_token: z.string().min(1).max(1024),
    /** People of the party. */
    count: z.int().min(1).max(1000).default(1),
    /** A tablet's own `staff.sign_on`, where the performance asks for a PIN. */
    sign_on: idSchema.optional(),
  })
  .meta({ id: 'CheckIn' })
export type CheckIn = z.infer<typeof checkInSchema>

const previewSchema = z
  .strictObject({
    /** What a confirmation at this moment would be told. */
    verdict: z.strictObject({
      status: z.enum(['accepted', 'rejected']),
      code: z.enum(VERDICT_CODES).nullable(),
      detail: verdictDetailSchema,
    }),
    /** As it stands; `null` when it is not on the list, or nobody of ours signed the code. */
    ticket: ticketSchema
      .pick({
        id: true,
        performance_id: true,
        name: true,
        party_size: true,
        status: true,
        admitted: true,
        inside: true,
      })
      .nullable(),
    /** As it stands; `null` when there is none of that id. */
    performance: performanceSchema
      .pick({
        id: true,
        title: true,
        starts_at: true,
        opens_at: true,
        capacity: true,
        reentry: true,
        active: true,
        inside: true,
      })
      .nullable(),
  })
  .meta({ id: 'CheckInPreview' })
export type CheckInPreview = z.infer<typeof previewSchema>

const checkIns = { tag: 'Check-ins', caller: 'store', method: 'POST', status: 200 } as const

/** For clients that are always online: one ticket, decided at once by the rules of push. */
export const checkInEndpoints = {
  previewCheckIn: endpoint({
    ...checkIns,
    path: '/api/v1/store/check-ins/preview',
    summary: 'What a confirmation would be told, and whose ticket it is; changes nothing',
    body: checkInSchema,
    answer: previewSchema,
  }),
  confirmCheckIn: endpoint({
    ...checkIns,
    path: '/api/v1/store/check-ins/confirm',
    summary: 'Let people in; the same key again gets the same answer, for ever',
    keyed: true,
    body: checkInSchema,
    answer: z.strictObject({ verdict: verdictSchema }),
  }),
}
