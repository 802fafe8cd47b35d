import * as z from 'zod'
import {
  emptySchema,
  idSchema,
  instantSchema,
  listOf,
  listQuerySchema,
  nameSchema,
} from '../common'
import { endpoint } from '../endpoint'

export const staffSchema = z
  .strictObject({
    id: idSchema,
    name: z.string(),
    personnel_number: z.string(),
    active: z.boolean(),
    pin_set: z.boolean(),
    pin_set_at: instantSchema.nullable(),
    /** The PIN was on a tablet reported stolen: ask the person for a new one. */
    pin_change_due: z.boolean(),
    badge_set: z.boolean(),
    /** Locked on every device until then. */
    locked_until: instantSchema.nullable(),
    /** Locked on single devices. */
    device_locks: z.array(
      z.strictObject({
        device_id: idSchema,
        device_label: z.string(),
        locked_until: instantSchema,
      }),
    ),
    created_at: instantSchema,
  })
  .meta({ id: 'Staff' })
export type Staff = z.infer<typeof staffSchema>

const personnelNumberSchema = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9-]{1,20}$/, 'letters, digits and hyphens, at most 20')
/** Checked for strength by the rules, so that the answer can say what is weak about it. */
const newPinSchema = z.string().regex(/^[0-9]{4,8}$/, '4 to 8 digits')

const idParams = z.strictObject({ id: idSchema })
const staff = { tag: 'Staff', caller: 'merchant' } as const
const one = z.strictObject({ staff: staffSchema })

export const staffEndpoints = {
  listStaff: endpoint({
    ...staff,
    method: 'GET',
    path: '/api/v1/merchant/staff',
    summary: 'People who sign on at tablets',
    query: listQuerySchema,
    status: 200,
    answer: listOf(staffSchema),
  }),
  createStaff: endpoint({
    ...staff,
    method: 'POST',
    path: '/api/v1/merchant/staff',
    summary: 'Add a person',
    body: z.strictObject({
      name: nameSchema(),
      personnel_number: personnelNumberSchema,
      pin: newPinSchema.optional(),
    }),
    status: 201,
    answer: one,
    problems: ['CONFLICT'],
  }),
  getStaff: endpoint({
    ...staff,
    method: 'GET',
    path: '/api/v1/merchant/staff/:id',
    summary: 'One person',
    params: idParams,
    status: 200,
    answer: one,
  }),
  updateStaff: endpoint({
    ...staff,
    method: 'PATCH',
    path: '/api/v1/merchant/staff/:id',
    summary: 'Change a person',
    params: idParams,
    body: z
      .strictObject({
        name: nameSchema(),
        personnel_number: personnelNumberSchema,
        active: z.boolean(),
      })
      .partial(),
    status: 200,
    answer: one,
    problems: ['CONFLICT'],
  }),
  deleteStaff: endpoint({
    ...staff,
    method: 'DELETE',
    path: '/api/v1/merchant/staff/:id',
    summary: 'Deactivate a person; history keeps the name',
    params: idParams,
    status: 204,
  }),
  setPin: endpoint({
    ...staff,
    method: 'POST',
    path: '/api/v1/merchant/staff/:id/pin',
    summary: 'Set or change the PIN',
    role: 'manager',
    params: idParams,
    body: z.strictObject({ pin: newPinSchema }),
    status: 200,
    answer: one,
  }),
  unlockStaff: endpoint({
    ...staff,
    method: 'POST',
    path: '/api/v1/merchant/staff/:id/unlock',
    summary: 'Lift every lock and start the counts anew',
    role: 'manager',
    params: idParams,
    body: emptySchema.optional(),
    status: 200,
    answer: one,
  }),
  issueBadge: endpoint({
    ...staff,
    method: 'POST',
    path: '/api/v1/merchant/staff/:id/badge',
    summary: 'A new badge QR, shown this once; the old badge dies',
    role: 'manager',
    params: idParams,
    body: emptySchema.optional(),
    status: 201,
    answer: z.strictObject({ staff: staffSchema, token: z.string(), qr_png: z.string() }),
  }),
}
