import * as z from 'zod'
import {
  emptySchema,
  idSchema,
  instantSchema,
  jobSchema,
  listOf,
  listQuerySchema,
  nameSchema,
  textSchema,
} from '../common'
import { endpoint } from '../endpoint'

export const deviceSchema = z
  .strictObject({
    id: idSchema,
    store_id: idSchema,
    label: z.string(),
    jobs: z.array(jobSchema),
    /** `waiting`: QR shown, not yet claimed; `expired`: not claimed in time. */
    status: z.enum(['waiting', 'expired', 'paired', 'revoked']),
    incarnation: z.int(),
    created_at: instantSchema,
    pairing_expires_at: instantSchema.nullable(),
    claimed_at: instantSchema.nullable(),
    platform: z.string().nullable(),
    app_version: z.string().nullable(),
    /** A second tablet that tried to claim the same QR. */
    refused_claim_at: instantSchema.nullable(),
    token_expires_at: instantSchema,
    revoked_at: instantSchema.nullable(),
    revoke_reason: z.string().nullable(),
    stolen_at: instantSchema.nullable(),
    last_seen_at: instantSchema.nullable(),
    last_ip: z.string().nullable(),
    /** Operations waiting on the tablet at its last word, and since when it has had none. */
    queue: z
      .strictObject({
        pending: z.int(),
        oldest_at: instantSchema.nullable(),
        parked: z.int(),
        drained_at: instantSchema.nullable(),
      })
      .nullable(),
    storage: z
      .strictObject({
        persisted: z.boolean().nullable(),
        used_bytes: z.int().nullable(),
        quota_bytes: z.int().nullable(),
      })
      .nullable(),
    /** Server − tablet at its last word, ms. */
    clock_offset_ms: z.int().nullable(),
    last_seq: z.int(),
    missing: z.array(z.tuple([z.int(), z.int()])),
  })
  .meta({ id: 'Device' })
export type Device = z.infer<typeof deviceSchema>

export const pairingSchema = z
  .strictObject({ api_url: z.string(), store_code: z.string(), auth_token: z.string() })
  .meta({ id: 'Pairing' })

const pairedAnswerSchema = z.strictObject({
  device: deviceSchema,
  pairing: pairingSchema,
  /** Data URL of a PNG whose QR text is the JSON of `pairing`. */
  qr_png: z.string(),
  /** For typing where no camera is to be had: works once, as long as the QR. */
  typed_code: z.string(),
})

const idParams = z.strictObject({ id: idSchema })
const devices = { tag: 'Tablets', caller: 'merchant' } as const

export const devicesEndpoints = {
  listDevices: endpoint({
    ...devices,
    method: 'GET',
    path: '/api/v1/merchant/devices',
    summary: 'Tablets of the merchant',
    query: listQuerySchema.extend({ store_id: idSchema.optional() }),
    status: 200,
    answer: listOf(deviceSchema),
  }),
  createDevice: endpoint({
    ...devices,
    method: 'POST',
    path: '/api/v1/merchant/devices',
    summary: 'Prepare a tablet; answers its pairing QR, this once',
    body: z.strictObject({
      store_id: idSchema,
      label: nameSchema(60),
      jobs: z.array(jobSchema).min(1),
    }),
    status: 201,
    answer: pairedAnswerSchema,
  }),
  getDevice: endpoint({
    ...devices,
    method: 'GET',
    path: '/api/v1/merchant/devices/:id',
    summary: 'One tablet',
    params: idParams,
    status: 200,
    answer: z.strictObject({ device: deviceSchema }),
  }),
  updateDevice: endpoint({
    ...devices,
    method: 'PATCH',
    path: '/api/v1/merchant/devices/:id',
    summary: 'Relabel a tablet, switch its jobs',
    params: idParams,
    body: z.strictObject({ label: nameSchema(60), jobs: z.array(jobSchema).min(1) }).partial(),
    status: 200,
    answer: z.strictObject({ device: deviceSchema }),
  }),
  pairDeviceAgain: endpoint({
    ...devices,
    method: 'POST',
    path: '/api/v1/merchant/devices/:id/pairing',
    summary: 'Pair again: a new QR, the old token dies',
    params: idParams,
    body: emptySchema.optional(),
    status: 201,
    answer: pairedAnswerSchema,
  }),
  revokeDevice: endpoint({
    ...devices,
    method: 'POST',
    path: '/api/v1/merchant/devices/:id/revoke',
    summary: 'Revoke a tablet; nothing later is taken from it',
    params: idParams,
    body: z.strictObject({
      reason: textSchema.min(1),
      /** Also of one that was revoked before: whoever signed on at it needs a new PIN. */
      stolen: z.boolean().optional(),
    }),
    status: 200,
    answer: z.strictObject({ device: deviceSchema }),
  }),
}
