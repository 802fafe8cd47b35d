import * as z from 'zod'
import { idSchema, instantSchema, listOf, listQuerySchema, nameSchema } from '../common'
import { endpoint } from '../endpoint'

export const programSchema = z
  .strictObject({
    id: idSchema,
    name: z.string(),
    kind: z.enum(['stamps', 'points']),
    active: z.boolean(),
    stamps_required: z.int(),
    /** What a full card earns, in the merchant's words. */
    reward: z.string(),
    cooldown_minutes: z.int(),
    daily_limit: z.int(),
    pin_required: z.boolean(),
    cards: z.int(),
    created_at: instantSchema,
  })
  .meta({ id: 'Program' })
export type Program = z.infer<typeof programSchema>

const programBody = {
  name: nameSchema(),
  stamps_required: z.int().min(1).max(100),
  reward: nameSchema(120),
  cooldown_minutes: z
    .int()
    .min(0)
    .max(24 * 60),
  daily_limit: z.int().min(1).max(1000),
  pin_required: z.boolean(),
}

export const cardSchema = z
  .strictObject({
    id: idSchema,
    program_id: idSchema,
    /** Printed on the card for people; no secret, and no use for stamping. */
    number: z.string(),
    customer_id: idSchema.nullable(),
    customer_name: z.string().nullable(),
    status: z.enum(['active', 'blocked']),
    /** Stamps that count, full sets included. */
    stamps: z.int(),
    last_stamp_at: instantSchema.nullable(),
    created_at: instantSchema,
  })
  .meta({ id: 'Card' })
export type Card = z.infer<typeof cardSchema>

const idParams = z.strictObject({ id: idSchema })
const programs = { tag: 'Programs', caller: 'merchant' } as const
const cards = { tag: 'Cards', caller: 'merchant' } as const
const oneProgram = z.strictObject({ program: programSchema })
const oneCard = z.strictObject({ card: cardSchema })

export const loyaltyEndpoints = {
  listPrograms: endpoint({
    ...programs,
    method: 'GET',
    path: '/api/v1/merchant/programs',
    summary: 'Loyalty programs',
    query: listQuerySchema,
    status: 200,
    answer: listOf(programSchema),
  }),
  createProgram: endpoint({
    ...programs,
    method: 'POST',
    path: '/api/v1/merchant/programs',
    summary: 'Start a program',
    body: z.strictObject({
      ...programBody,
      kind: z.enum(['stamps', 'points']).default('stamps'),
      stamps_required: programBody.stamps_required.default(10),
      reward: programBody.reward.default('Reward'),
      cooldown_minutes: programBody.cooldown_minutes.default(15),
      daily_limit: programBody.daily_limit.default(5),
      pin_required: programBody.pin_required.default(true),
    }),
    status: 201,
    answer: oneProgram,
  }),
  getProgram: endpoint({
    ...programs,
    method: 'GET',
    path: '/api/v1/merchant/programs/:id',
    summary: 'One program',
    params: idParams,
    status: 200,
    answer: oneProgram,
  }),
  updateProgram: endpoint({
    ...programs,
    method: 'PATCH',
    path: '/api/v1/merchant/programs/:id',
    summary: 'Change a program',
    params: idParams,
    body: z.strictObject({ ...programBody, active: z.boolean() }).partial(),
    status: 200,
    answer: oneProgram,
  }),
  deleteProgram: endpoint({
    ...programs,
    method: 'DELETE',
    path: '/api/v1/merchant/programs/:id',
    summary: 'End a program: deactivated, its cards keep their stamps',
    params: idParams,
    status: 204,
  }),
  listCards: endpoint({
    ...cards,
    method: 'GET',
    path: '/api/v1/merchant/cards',
    summary: 'Cards, newest first',
    query: listQuerySchema.extend({
      program_id: idSchema.optional(),
      customer_id: idSchema.optional(),
      /** Part of the number or of its customer's name. */
      search: z.string().trim().max(80).optional(),
    }),
    status: 200,
    answer: listOf(cardSchema),
  }),
  createCard: endpoint({
    ...cards,
    method: 'POST',
    path: '/api/v1/merchant/cards',
    summary: 'Issue a card; its token and QR are in this answer only',
    role: 'manager',
    body: z.strictObject({ program_id: idSchema, customer_id: idSchema.optional() }),
    status: 201,
    answer: z.strictObject({ card: cardSchema, token: z.string(), qr_png: z.string() }),
  }),
  createCards: endpoint({
    ...cards,
    method: 'POST',
    path: '/api/v1/merchant/cards/batch',
    summary: 'Issue blank cards to print',
    role: 'manager',
    body: z.strictObject({ program_id: idSchema, count: z.int().min(1).max(1000) }),
    status: 201,
    answer: z.strictObject({
      items: z.array(z.strictObject({ card: cardSchema, token: z.string() })),
    }),
  }),
  getCard: endpoint({
    ...cards,
    method: 'GET',
    path: '/api/v1/merchant/cards/:id',
    summary: 'One card',
    params: idParams,
    status: 200,
    answer: oneCard,
  }),
  updateCard: endpoint({
    ...cards,
    method: 'PATCH',
    path: '/api/v1/merchant/cards/:id',
    summary: 'Block or unblock a card; give it to a customer, or to nobody',
    role: 'manager',
    params: idParams,
    body: z
      .strictObject({
        status: z.enum(['active', 'blocked']),
        customer_id: idSchema.nullable(),
      })
      .partial(),
    status: 200,
    answer: oneCard,
  }),
  deleteCard: endpoint({
    ...cards,
    method: 'DELETE',
    path: '/api/v1/merchant/cards/:id',
    summary: 'Block a card for good; history keeps it',
    role: 'manager',
    params: idParams,
    status: 204,
  }),
}
