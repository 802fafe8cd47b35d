import * as z from 'zod'

/**
 * Every error the server answers; `code` is stable. `retry`: the same request may succeed later
 * without anybody changing anything.
 */
export const PROBLEMS = {
  BATCH_MALFORMED: { status: 400, title: 'The batch cannot be read', retry: false },
  BODY_MALFORMED: { status: 400, title: 'The request cannot be read', retry: false },
  CURSOR_INVALID: { status: 400, title: 'The cursor is not one of ours', retry: false },
  SIGN_IN_REQUIRED: { status: 401, title: 'Sign in first', retry: false },
  CREDENTIALS_INVALID: { status: 401, title: 'E-mail or password is wrong', retry: false },
  TOTP_REQUIRED: {
    status: 401,
    title: 'A code from the authenticator app is needed',
    retry: false,
  },
  USE_DPOP_NONCE: { status: 401, title: 'Repeat with the nonce of this answer', retry: true },
  DPOP_INVALID: { status: 401, title: 'The proof of possession does not hold', retry: false },
  TOKEN_INVALID: { status: 401, title: 'The token is not valid', retry: false },
  TERMINAL_DEVICE_REVOKED: { status: 401, title: 'This tablet was revoked', retry: false },
  TERMINAL_DEVICE_EXPIRED: {
    status: 401,
    title: 'The pairing of this tablet has expired',
    retry: false,
  },
  TERMINAL_DEVICE_PAIRING_EXPIRED: {
    status: 401,
    title: 'The pairing code is too old',
    retry: false,
  },
  FORBIDDEN: { status: 403, title: 'Not allowed', retry: false },
  NOT_FOUND: { status: 404, title: 'Not found', retry: false },
  TERMINAL_DEVICE_ALREADY_CLAIMED: {
    status: 409,
    title: 'The pairing code was already used',
    retry: false,
  },
  CONFLICT: { status: 409, title: 'Something else changed meanwhile', retry: false },
  TOO_LARGE: { status: 413, title: 'Too large', retry: false },
  MEDIA_TYPE: { status: 415, title: 'Only JSON is understood', retry: false },
  VALIDATION: { status: 422, title: 'Some of it is not valid', retry: false },
  PROTOCOL_UNSUPPORTED: { status: 426, title: 'This version is not supported', retry: false },
  RATE_LIMITED: { status: 429, title: 'Too many requests', retry: true },
  INTERNAL: { status: 500, title: 'Something went wrong on our side', retry: true },
  UNAVAILABLE: { status: 503, title: 'Not available just now', retry: true },
} as const satisfies Record<string, { status: number; title: string; retry: boolean }>

export type ProblemCode = keyof typeof PROBLEMS

export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

/** What is wrong with one value; stable, for programs to put into words. */
export const FIELD_ERROR_CODES = [
  /** Empty, where something is needed. */
  'REQUIRED',
  /** `limit` is the least or greatest that fits: characters, items, or the number itself. */
  'TOO_SHORT',
  'TOO_LONG',
  'TOO_SMALL',
  'TOO_GREAT',
  /** Holds characters that cannot be seen, stored or told apart. */
  'CHARACTERS',
  'FORMAT',
  'CHOICE',
  'TYPE',
  'UNKNOWN_FIELD',
  'IN_USE',
  /** Names something that is not there, or not in use any more. */
  'NOT_AVAILABLE',
  'WEAK_PIN',
] as const
export type FieldErrorCode = (typeof FIELD_ERROR_CODES)[number]

/** Where in the body something is wrong: a JSON pointer, what, and a sentence in English. */
export const fieldErrorSchema = z.looseObject({
  pointer: z.string(),
  message: z.string(),
  code: z.string().optional(),
  limit: z.number().optional(),
})

/** RFC 9457. Extras (`errors`, `min`, `max`, …) stand beside the fixed members. */
export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    request_id: z.string(),
    errors: z.array(fieldErrorSchema).optional(),
  })
  .meta({ id: 'Problem' })

export type Problem = z.infer<typeof problemSchema>

/** Whether a code is in our table; a newer server may send others. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code)
}
