import * as z from 'zod'
import { currencySchema, idSchema, instantSchema, jobSchema } from './common'
import { verdictDetailSchema } from './verdict'

/** base64url SHA-256 of a QR's token. */
export const tokenHashSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** Truncated check of a PIN: catches slips, decides nothing (`bits` fit at least 1,000 PINs). */
export const verifierSchema = z
  .strictObject({ salt: z.string(), bits: z.int().min(1).max(32), digest: z.string() })
  .meta({ id: 'PinVerifier' })

export const storeInfoSchema = z.strictObject({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  time_zone: z.string(),
})

export const deviceChangeSchema = z.strictObject({
  id: idSchema,
  label: z.string(),
  jobs: z.array(jobSchema),
  store: storeInfoSchema,
})

export const staffChangeSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  personnel_number: z.string(),
  active: z.boolean(),
  badge_hash: tokenHashSchema.nullable(),
  /** `null` while no PIN is set. */
  verifier: verifierSchema.nullable(),
  /** Length of the PIN, so that the pad can submit by itself. */
  pin_length: z.int().min(4).max(8).nullable(),
  /** Locked on all devices until then. */
  locked_until: instantSchema.nullable(),
})

export const programChangeSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  kind: z.enum(['stamps', 'points']),
  active: z.boolean(),
  stamps_required: z.int(),
  reward: z.string(),
  cooldown_minutes: z.int(),
  daily_limit: z.int(),
  pin_required: z.boolean(),
  points_per_unit: z.int(),
  min_amount_minor: z.int(),
  max_points_per_op: z.int(),
  currency: currencySchema,
})

export const rewardChangeSchema = z.strictObject({
  id: idSchema,
  program_id: idSchema,
  name: z.string(),
  active: z.boolean(),
  /** In points, or in full sets of a program of stamps. */
  cost: z.int(),
})

export const cardChangeSchema = z.strictObject({
  id: idSchema,
  token_hash: tokenHashSchema,
  program_id: idSchema,
  status: z.enum(['active', 'blocked']),
  /** Last digits of the printed number, for a person to recognise it by. */
  number_end: z.string(),
  /** Stamps that count, full sets included, redeemed ones not. */
  stamps: z.int(),
  /** Stamps that count of the last 48 hours, newest last. */
  recent: z.array(z.strictObject({ op_id: idSchema, at: instantSchema, count: z.int() })),
  /** Points, of all that counts. */
  points: z.int(),
  /** What else moved on it in the last 48 hours and counts: purchases, redemptions. */
  moves: z.array(
    z.strictObject({ op_id: idSchema, at: instantSchema, points: z.int(), stamps: z.int() }),
  ),
})

export const settingsChangeSchema = z.strictObject({
  merchant: z.strictObject({ id: idSchema, name: z.string(), currency: z.string() }),
  device_pin_attempts: z.int(),
  device_lock_minutes: z.int(),
  person_pin_attempts: z.int(),
  sign_on_seconds: z.strictObject({ loyalty: z.int(), door: z.int(), clock: z.int() }),
})

export const performanceChangeSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  starts_at: instantSchema,
  opens_at: instantSchema.nullable(),
  capacity: z.int(),
  reentry: z.boolean(),
  pin_required: z.boolean(),
  active: z.boolean(),
  /** People inside by all that the server has heard of. */
  inside: z.int(),
  /** Places that one door alone may still fill; absent where there are none. */
  leases: z.array(z.strictObject({ device_id: idSchema, places: z.int() })).optional(),
})

/** People who went in, or out where negative, on one operation that counts. */
const movementSchema = z.strictObject({
  op_id: idSchema,
  at: instantSchema,
  people: z.int(),
  device_label: z.string().nullable(),
})

export const ticketChangeSchema = z.strictObject({
  id: idSchema,
  token_hash: tokenHashSchema,
  performance_id: idSchema,
  /** For a person to find it by. */
  name: z.string(),
  party_size: z.int(),
  status: z.enum(['confirmed', 'unconfirmed', 'revoked']),
  /** People let in so far, whoever left again included. */
  admitted: z.int(),
  inside: z.int(),
  first: movementSchema.pick({ at: true, device_label: true }).nullable(),
  /** Those that count of the last 48 hours, oldest first. */
  recent: z.array(movementSchema),
})

/** A key whose signatures on tickets are good, as a public JWK. */
export const issuerKeyChangeSchema = z.strictObject({
  id: idSchema,
  public_key: z.strictObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string().regex(/^[\w-]{43}$/),
  }),
})

/** An op of this device that a review decided anew. The verdict itself never changes. */
export const verdictChangeSchema = z.strictObject({
  op_id: idSchema,
  action: z.enum(['accept', 'void', 'dismiss']),
  resolved_at: instantSchema,
  detail: verdictDetailSchema,
})

/** Entities of the replica and what each one's data looks like. */
export const CHANGE_DATA = {
  device: deviceChangeSchema,
  staff: staffChangeSchema,
  program: programChangeSchema,
  reward: rewardChangeSchema,
  card: cardChangeSchema,
  performance: performanceChangeSchema,
  ticket: ticketChangeSchema,
  issuer_key: issuerKeyChangeSchema,
  settings: settingsChangeSchema,
  verdict: verdictChangeSchema,
} as const

export type ChangeEntity = keyof typeof CHANGE_DATA
export type ChangeData = { [E in ChangeEntity]: z.infer<(typeof CHANGE_DATA)[E]> }

function changeOf<E extends string, T extends z.ZodType>(entity: E, data: T) {
  return z.strictObject({ entity: z.literal(entity), id: idSchema, data: data.nullable() })
}

/** One thing that is new, different or gone (`data: null`). */
export const changeSchema = z
  .discriminatedUnion('entity', [
    changeOf('device', deviceChangeSchema),
    changeOf('staff', staffChangeSchema),
    changeOf('program', programChangeSchema),
    changeOf('reward', rewardChangeSchema),
    changeOf('card', cardChangeSchema),
    changeOf('performance', performanceChangeSchema),
    changeOf('ticket', ticketChangeSchema),
    changeOf('issuer_key', issuerKeyChangeSchema),
    changeOf('settings', settingsChangeSchema),
    changeOf('verdict', verdictChangeSchema),
  ])
  .meta({ id: 'Change' })

export type Change = z.infer<typeof changeSchema>
