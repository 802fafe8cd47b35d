import * as z from 'zod'
import { idSchema, instantSchema, jobSchema } from '../common'
import { storeInfoSchema } from '../change'
import { endpoint } from '../endpoint'
import { pairingSchema } from './devices'
import { pullAnswerSchema, pullQuerySchema } from '../pull'
import { pushAnswerSchema, pushSchema } from '../push'

/** P-256 public key to which PINs are sealed. */
export const sealingKeySchema = z
  .strictObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: z.string(),
    y: z.string(),
    alg: z.literal('ECDH-ES'),
    use: z.literal('enc'),
    kid: z.string(),
  })
  .meta({ id: 'SealingKey' })
export type SealingKey = z.infer<typeof sealingKeySchema>

export const claimAnswerSchema = z
  .strictObject({
    device: z.strictObject({ id: idSchema, label: z.string(), jobs: z.array(jobSchema) }),
    store: storeInfoSchema,
    merchant: z.strictObject({ id: idSchema, name: z.string() }),
    /** Counts the pairings of this device row; `seq` starts anew in each. */
    incarnation: z.int().min(1),
    server_time: instantSchema,
    sealing_key: sealingKeySchema,
    limits: z.strictObject({ max_ops: z.int(), max_bytes: z.int() }),
  })
  .meta({ id: 'ClaimAnswer' })
export type ClaimAnswer = z.infer<typeof claimAnswerSchema>

const sync = { tag: 'Tablet' } as const

export const deviceEndpoints = {
  claim: endpoint({
    ...sync,
    method: 'POST',
    path: '/api/v1/device/claim',
    summary: 'Bind the pairing token to the key of this tablet',
    caller: 'device',
    body: z.strictObject({ app_version: z.string().max(40), platform: z.string().max(200) }),
    status: 200,
    answer: claimAnswerSchema,
    problems: ['TERMINAL_DEVICE_ALREADY_CLAIMED', 'TERMINAL_DEVICE_PAIRING_EXPIRED'],
  }),
  push: endpoint({
    ...sync,
    method: 'POST',
    path: '/api/v1/store/sync/push',
    summary: 'Hand in operations and get their verdicts; an empty batch is a heartbeat',
    caller: 'store',
    body: pushSchema,
    status: 200,
    answer: pushAnswerSchema,
    problems: ['BATCH_MALFORMED', 'TOO_LARGE', 'PROTOCOL_UNSUPPORTED'],
  }),
  pull: endpoint({
    ...sync,
    method: 'GET',
    path: '/api/v1/store/sync/pull',
    summary: 'Everything the jobs of this tablet need that changed since the cursor',
    caller: 'store',
    query: pullQuerySchema,
    status: 200,
    answer: pullAnswerSchema,
    problems: ['CURSOR_INVALID'],
  }),
  live: endpoint({
    ...sync,
    method: 'GET',
    path: '/api/v1/store/sync/live',
    summary: 'Server-sent events: `change` is a hint to pull; a comment every 20 s',
    caller: 'store',
    status: 200,
    stream: true,
  }),
  pairingByCode: endpoint({
    tag: 'Tablet',
    method: 'POST',
    path: '/api/v1/public/pairing-codes',
    summary: 'Exchange a typed pairing code for the text of its QR; works once',
    caller: 'anyone',
    body: z.strictObject({ code: z.string().max(32) }),
    status: 200,
    answer: z.strictObject({ pairing: pairingSchema }),
    problems: ['NOT_FOUND', 'RATE_LIMITED'],
  }),
}
