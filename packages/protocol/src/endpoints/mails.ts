import * as z from 'zod'
import { idSchema, instantSchema, listOf, listQuerySchema } from '../common'
import { endpoint } from '../endpoint'

export const mailSchema = z
  .strictObject({
    id: idSchema,
    kind: z.enum(['confirm', 'ticket', 'changed', 'cancelled', 'called_off', 'takes_place']),
    to: z.string(),
    subject: z.string(),
    /** A dead one was refused for good, or failed for most of a day. */
    status: z.enum(['waiting', 'sent', 'dead']),
    attempts: z.int(),
    /** Not tried before. */
    next_at: instantSchema,
    /** What the mail server answered last, as a code. */
    last_error: z.string().nullable(),
    created_at: instantSchema,
    sent_at: instantSchema.nullable(),
    /** Readable in a demo without SMTP alone; there is nowhere else to read it. */
    text: z.string().nullable(),
    html: z.string().nullable(),
  })
  .meta({ id: 'Mail' })
export type Mail = z.infer<typeof mailSchema>

const params = z.strictObject({ id: idSchema })
const mails = { tag: 'Mails', caller: 'merchant', role: 'owner' } as const
const oneMail = z.strictObject({ mail: mailSchema })

export const mailEndpoints = {
  listMails: endpoint({
    ...mails,
    method: 'GET',
    path: '/api/v1/merchant/mails',
    summary: 'Mails to guests, newest first: waiting, sent, or given up',
    query: listQuerySchema.extend({ status: mailSchema.shape.status.optional() }),
    status: 200,
    answer: listOf(mailSchema),
  }),
  getMail: endpoint({
    ...mails,
    method: 'GET',
    path: '/api/v1/merchant/mails/:id',
    summary: 'One mail',
    params,
    status: 200,
    answer: oneMail,
  }),
  retryMail: endpoint({
    ...mails,
    method: 'POST',
    path: '/api/v1/merchant/mails/:id/retry',
    summary: 'Try to send it again now; what was sent stays sent',
    params,
    status: 200,
    answer: oneMail,
  }),
}
