import * as z from 'zod'
import {
  currencySchema,
  idSchema,
  instantSchema,
  listOf,
  listQuerySchema,
  nameSchema,
} from '../common'
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
    /** Points for 100 minor units of money. */
    points_per_unit: z.int(),
    /** A smaller purchase earns nothing. */
    min_amount_minor: z.int(),
    /** One purchase earns at most these. */
    max_points_per_op: z.int(),
    /** ISO 4217; other money earns nothing. */
    currency: z.string(),
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
  points_per_unit: z.int().min(1).max(10_000),
  min_amount_minor: z.int().min(0).max(1_000_000_000),
  max_points_per_op: z.int().min(1).max(1_000_000),
  currency: currencySchema,
}

export const rewardSchema = z
  .strictObject({
    id: idSchema,
    program_id: idSchema,
    name: z.string(),
    active: z.boolean(),
    /** In points, or in full sets of a program of stamps. */
    cost: z.int(),
    created_at: instantSchema,
  })
  .meta({ id: 'Reward' })
export type Reward = z.infer<typeof rewardSchema>

const rewardBody = { name: nameSchema(120), cost: z.int().min(1).max(1_000_000) }

export const cardSchema = z
  .strictObject({
    id: idSchema,
    program_id: idSchema,
    /** Printed on the card for people; no secret, and no use for stamping. */
    number: z.string(),
    customer_id: idSchema.nullable(),
    customer_name: z.string().nullable(),
    status: z.enum(['active', 'blocked']),
    /** Stamps that count, full sets included, redeemed ones not. */
    stamps: z.int(),
    /** Points, of all that counts. */
    points: z.int(),
    last_stamp_at: instantSchema.nullable(),
    created_at: instantSchema,
  })
  .meta({ id: 'Card' })
export type Card = z.infer<typeof cardSchema>

const idParams = z.strictObject({ id: idSchema })
const programs = { tag: 'Programs', caller: 'merchant' } as const
const cards = { tag: 'Cards', caller: 'merchant' } as const
const oneProgram = z.strictObject({ program: programSchema })
const rewards = { tag: 'Rewards', caller: 'merchant' } as const
const oneReward = z.strictObject({ reward: rewardSchema })
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
      points_per_unit: programBody.points_per_unit.default(1),
      min_amount_minor: programBody.min_amount_minor.default(0),
      max_points_per_op: programBody.max_points_per_op.default(10_000),
      /** The merchant's own when not given. */
      currency: programBody.currency.optional(),
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
    summary: 'End a program: deactivated, its cards keep what is on them',
    params: idParams,
    status: 204,
  }),
  listRewards: endpoint({
    ...rewards,
    method: 'GET',
    path: '/api/v1/merchant/rewards',
    summary: 'What cards are exchanged for, newest first',
    query: listQuerySchema.extend({ program_id: idSchema.optional() }),
    status: 200,
    answer: listOf(rewardSchema),
  }),
  createReward: endpoint({
    ...rewards,
    method: 'POST',
    path: '/api/v1/merchant/rewards',
    summary: 'Add a reward; it costs points, or full sets of stamps',
    body: z.strictObject({ ...rewardBody, program_id: idSchema }),
    status: 201,
    answer: oneReward,
  }),
  getReward: endpoint({
    ...rewards,
    method: 'GET',
    path: '/api/v1/merchant/rewards/:id',
    summary: 'One reward',
    params: idParams,
    status: 200,
    answer: oneReward,
  }),
  updateReward: endpoint({
    ...rewards,
    method: 'PATCH',
    path: '/api/v1/merchant/rewards/:id',
    summary: 'Change a reward',
    params: idParams,
    body: z.strictObject({ ...rewardBody, active: z.boolean() }).partial(),
    status: 200,
    answer: oneReward,
  }),
  deleteReward: endpoint({
    ...rewards,
    method: 'DELETE',
    path: '/api/v1/merchant/rewards/:id',
    summary: 'Withdraw a reward; history keeps its name',
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
