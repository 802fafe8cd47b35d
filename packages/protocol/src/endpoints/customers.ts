import * as z from 'zod'
import {
  emailSchema,
  idSchema,
  instantSchema,
  listOf,
  listQuerySchema,
  nameSchema,
} from '../common'
import { endpoint } from '../endpoint'

/** A person with cards. Known to the merchant's console alone: no tablet is ever told. */
export const customerSchema = z
  .strictObject({
    id: idSchema,
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    /** How many cards are theirs, and when one of them was last stamped. */
    cards: z.int(),
    last_visit_at: instantSchema.nullable(),
    created_at: instantSchema,
  })
  .meta({ id: 'Customer' })
export type Customer = z.infer<typeof customerSchema>

const phoneSchema = z
  .string()
  .trim()
  .max(40)
  .regex(/^\+?[0-9][0-9 ()./-]{2,}$/, 'digits, with + and spaces at will')

const customerBody = {
  name: nameSchema(),
  email: emailSchema.nullable().optional(),
  phone: phoneSchema.nullable().optional(),
}

const idParams = z.strictObject({ id: idSchema })
const customers = { tag: 'Customers', caller: 'merchant' } as const
const one = z.strictObject({ customer: customerSchema })

export const customerEndpoints = {
  listCustomers: endpoint({
    ...customers,
    method: 'GET',
    path: '/api/v1/merchant/customers',
    summary: 'Customers, by name',
    query: listQuerySchema.extend({
      /** Words of the name, part of the e-mail address, of the phone number or of a card's number. */
      search: z.string().trim().max(80).optional(),
    }),
    status: 200,
    answer: listOf(customerSchema),
  }),
  createCustomer: endpoint({
    ...customers,
    method: 'POST',
    path: '/api/v1/merchant/customers',
    summary: 'Add a customer',
    role: 'manager',
    body: z.strictObject(customerBody),
    status: 201,
    answer: one,
  }),
  getCustomer: endpoint({
    ...customers,
    method: 'GET',
    path: '/api/v1/merchant/customers/:id',
    summary: 'One customer',
    params: idParams,
    status: 200,
    answer: one,
  }),
  updateCustomer: endpoint({
    ...customers,
    method: 'PATCH',
    path: '/api/v1/merchant/customers/:id',
    summary: 'Change a customer',
    role: 'manager',
    params: idParams,
    body: z.strictObject(customerBody).partial(),
    status: 200,
    answer: one,
  }),
  deleteCustomer: endpoint({
    ...customers,
    method: 'DELETE',
    path: '/api/v1/merchant/customers/:id',
    summary: 'Forget a customer: erased; their cards stay, and are nobody’s',
    role: 'manager',
    params: idParams,
    status: 204,
  }),
}
