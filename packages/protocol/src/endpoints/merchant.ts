import * as z from 'zod'
import { settingsChangeSchema } from '../change'
import {
  idSchema,
  instantSchema,
  listOf,
  listQuerySchema,
  nameSchema,
  timeZoneSchema,
} from '../common'
import { endpoint } from '../endpoint'

export const storeSchema = z
  .strictObject({
    id: idSchema,
    code: z.string(),
    name: z.string(),
    time_zone: z.string(),
    address: z.string().nullable(),
    active: z.boolean(),
    created_at: instantSchema,
  })
  .meta({ id: 'Store' })
export type Store = z.infer<typeof storeSchema>

const storeCodeSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9-]{1,30}[A-Z0-9]$/, 'letters, digits and hyphens')

const storeBody = {
  code: storeCodeSchema,
  name: nameSchema(),
  time_zone: timeZoneSchema,
  address: nameSchema(240).nullable().optional(),
}

const idParams = z.strictObject({ id: idSchema })
const stores = { tag: 'Stores', caller: 'merchant' } as const
const merchant = { tag: 'Merchant', caller: 'merchant' } as const

export const merchantEndpoints = {
  listStores: endpoint({
    ...stores,
    method: 'GET',
    path: '/api/v1/merchant/stores',
    summary: 'Stores of the merchant',
    query: listQuerySchema,
    status: 200,
    answer: listOf(storeSchema),
  }),
  createStore: endpoint({
    ...stores,
    method: 'POST',
    path: '/api/v1/merchant/stores',
    summary: 'Open a store',
    body: z.strictObject(storeBody),
    status: 201,
    answer: z.strictObject({ store: storeSchema }),
    problems: ['CONFLICT'],
  }),
  getStore: endpoint({
    ...stores,
    method: 'GET',
    path: '/api/v1/merchant/stores/:id',
    summary: 'One store',
    params: idParams,
    status: 200,
    answer: z.strictObject({ store: storeSchema }),
  }),
  updateStore: endpoint({
    ...stores,
    method: 'PATCH',
    path: '/api/v1/merchant/stores/:id',
    summary: 'Change a store (its code stays)',
    params: idParams,
    body: z
      .strictObject({
        name: storeBody.name,
        time_zone: timeZoneSchema,
        address: storeBody.address,
        active: z.boolean(),
      })
      .partial(),
    status: 200,
    answer: z.strictObject({ store: storeSchema }),
  }),
  deleteStore: endpoint({
    ...stores,
    method: 'DELETE',
    path: '/api/v1/merchant/stores/:id',
    summary: 'Close a store: deactivated, never erased',
    params: idParams,
    status: 204,
  }),
  getSettings: endpoint({
    ...merchant,
    method: 'GET',
    path: '/api/v1/merchant/settings',
    summary: 'Settings of the merchant',
    status: 200,
    answer: z.strictObject({ settings: settingsChangeSchema }),
  }),
  updateSettings: endpoint({
    ...merchant,
    method: 'PATCH',
    path: '/api/v1/merchant/settings',
    summary: 'Change lockouts and how long a sign-on lasts',
    body: z
      .strictObject({
        device_pin_attempts: z.int().min(3).max(10),
        device_lock_minutes: z.int().min(5).max(1440),
        person_pin_attempts: z.int().min(10).max(100),
        sign_on_seconds: z.strictObject({
          loyalty: z.int().min(15).max(3600),
          door: z.int().min(60).max(86400),
          clock: z.int().min(15).max(600),
        }),
      })
      .partial(),
    status: 200,
    answer: z.strictObject({ settings: settingsChangeSchema }),
  }),
  today: endpoint({
    ...merchant,
    method: 'GET',
    path: '/api/v1/merchant/today',
    summary: 'What happened today, what waits for a decision, which tablets are quiet',
    status: 200,
    answer: z.strictObject({
      server_time: instantSchema,
      stamps_today: z.int(),
      cards_today: z.int(),
      refused_today: z.int(),
      open_reviews: z.int(),
      quiet_devices: z.array(
        z.strictObject({
          id: idSchema,
          label: z.string(),
          last_seen_at: instantSchema.nullable(),
          pending: z.int().nullable(),
        }),
      ),
      /** Stamps per local hour of today, 0–23, all stores together in their own zones. */
      stamps_by_hour: z.array(z.int()).length(24),
      /** Stamps of the last 14 local days, oldest first. */
      stamps_by_day: z.array(z.strictObject({ day: z.string(), stamps: z.int() })),
      stamps_by_staff: z.array(
        z.strictObject({ staff_id: idSchema, name: z.string(), stamps: z.int() }),
      ),
    }),
  }),
  merchantLive: endpoint({
    ...merchant,
    method: 'GET',
    path: '/api/v1/merchant/live',
    summary: 'Server-sent events: `change` is a hint to load again; a comment every 20 s',
    status: 200,
    stream: true,
  }),
}
