import * as z from 'zod'
import { emailSchema, idSchema } from '../common'
import { endpoint, ROLES } from '../endpoint'

const credentialsSchema = z.strictObject({
  email: emailSchema,
  password: z.string().min(1).max(256),
  totp: z.string().max(16).optional(),
})

export const userSchema = z
  .strictObject({
    id: idSchema,
    email: z.string(),
    name: z.string(),
    language: z.enum(['en', 'fr', 'de', 'lb']),
    platform_admin: z.boolean(),
    /** The merchants this user belongs to. */
    memberships: z.array(
      z.strictObject({ merchant_id: idSchema, merchant_name: z.string(), role: z.enum(ROLES) }),
    ),
  })
  .meta({ id: 'User' })
export type User = z.infer<typeof userSchema>

export const meSchema = z.strictObject({ user: userSchema })

const auth = { tag: 'Sign-in' } as const

export const authEndpoints = {
  login: endpoint({
    ...auth,
    method: 'POST',
    path: '/api/v1/auth/login',
    summary: 'Sign in; answers the session cookie',
    caller: 'anyone',
    body: credentialsSchema,
    status: 200,
    answer: meSchema,
    problems: ['CREDENTIALS_INVALID', 'TOTP_REQUIRED', 'RATE_LIMITED'],
  }),
  logout: endpoint({
    ...auth,
    method: 'POST',
    path: '/api/v1/auth/logout',
    summary: 'End the session of the cookie',
    caller: 'anyone',
    status: 204,
  }),
  me: endpoint({
    ...auth,
    method: 'GET',
    path: '/api/v1/auth/me',
    summary: 'The signed-in user',
    caller: 'user',
    status: 200,
    answer: meSchema,
  }),
  token: endpoint({
    ...auth,
    method: 'POST',
    path: '/api/v1/auth/token',
    summary: 'A short access token for scripts (Authorization: Bearer)',
    caller: 'anyone',
    body: credentialsSchema,
    status: 200,
    answer: z.strictObject({
      access_token: z.string(),
      token_type: z.literal('Bearer'),
      expires_in: z.int(),
    }),
    problems: ['CREDENTIALS_INVALID', 'TOTP_REQUIRED', 'RATE_LIMITED'],
  }),
}
