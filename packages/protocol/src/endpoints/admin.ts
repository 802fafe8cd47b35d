import * as z from 'zod'
import { idSchema, instantSchema, listOf, listQuerySchema } from '../common'
import { endpoint } from '../endpoint'

export const merchantSchema = z
  .strictObject({
    id: idSchema,
    name: z.string(),
    currency: z.string(),
    created_at: instantSchema,
    stores: z.int(),
    devices: z.int(),
  })
  .meta({ id: 'Merchant' })

/** Beside these, every merchant route exists under `/api/v1/admin/merchants/:merchant_id`. */
export const adminEndpoints = {
  listMerchants: endpoint({
    tag: 'Platform',
    method: 'GET',
    path: '/api/v1/admin/merchants',
    summary: 'All merchants of the platform',
    caller: 'admin',
    query: listQuerySchema,
    status: 200,
    answer: listOf(merchantSchema),
  }),
}
