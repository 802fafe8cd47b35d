import { isId, isTimeZone, JOBS, parseInstant } from '@counterfoil/domain'
import * as z from 'zod'
import { isVisibleText } from './visible-text'

export const idSchema = z
  .string()
  .refine(isId, 'must be a UUID in lower case')
  .meta({
    format: 'uuid',
    examples: ['01931f6e-7c00-7000-8000-000000000001'],
  })

export const instantSchema = z
  .string()
  .max(30)
  .refine((text) => parseInstant(text) !== undefined, 'must be RFC 3339 in UTC')
  .meta({ format: 'date-time', examples: ['2026-11-20T10:15:00.123Z'] })

export const jobSchema = z.enum(JOBS)

const NOT_VISIBLE = {
  error: 'has characters that cannot be seen or that turn the text around',
  params: { code: 'CHARACTERS' },
}

/**
 * Not `null`, not blank, one line that shows all it holds ({@link isVisibleText}); trimmed, NFC.
 * For names that people give to things.
 * @param max UTF-16 units
 */
export function nameSchema(max = 120) {
  return z
    .string()
    .trim()
    .normalize('NFC')
    .min(1)
    .max(max)
    .refine((text) => isVisibleText(text), NOT_VISIBLE)
}

/** What a person writes in the console, on several lines at will; trimmed, NFC. */
export const textSchema = z
  .string()
  .trim()
  .normalize('NFC')
  .max(1000)
  .refine((text) => isVisibleText(text.replaceAll('\r\n', '\n'), 'lines'), NOT_VISIBLE)

/** A text within an operation: taken as it is, if it can be stored at all. */
export const noteSchema = z
  .string()
  .trim()
  .max(1000)
  .refine((text) => !text.includes('\0') && !/\p{Cs}/u.test(text), 'no control characters')

/** ISO 4217 by its form; which currencies there are is not ours to know. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'three capital letters (ISO 4217)')

export const timeZoneSchema = z.string().max(64).refine(isTimeZone, 'must be an IANA time zone')

export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email())

/** Opaque to the caller; made and read by the server only. */
export const cursorSchema = z.string().min(1).max(512)

/** `?limit=&cursor=` of every list. */
export const listQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: cursorSchema.optional(),
})

/** Answer of every list: the items, and the cursor of the page after, or `null` on the last. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), next: cursorSchema.nullable() })
}

export const emptySchema = z.strictObject({})
