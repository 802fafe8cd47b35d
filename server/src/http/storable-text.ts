import { type FieldError, ProblemError } from '../problem-error'
import { pointerTo } from './field-errors'

/** NUL, which PostgreSQL cannot hold, and halves of characters, which no encoding can. */
const NOT_STORABLE = /\0|\p{Cs}/u

/**
 * Refuses texts that could not be stored as they are, wherever in the input they stand: one wall
 * before every schema, so that none can forget it.
 * @param json at most as deep as `parseJson` lets through
 * @throws ProblemError VALIDATION with `errors`
 */
export function requireStorableText(json: unknown, base: string): void {
  const errors = notStorable(json, base)
  if (errors.length === 0) return
  throw new ProblemError('VALIDATION', 'Some text holds characters that cannot be kept.', {
    errors,
  })
}

function notStorable(value: unknown, pointer: string): FieldError[] {
  if (typeof value === 'string') return NOT_STORABLE.test(value) ? [entry(pointer)] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) =>
    notStorable(part, pointerTo(pointer, [name])),
  )
}

function entry(pointer: string): FieldError {
  return { pointer, message: 'has characters that cannot be kept', code: 'CHARACTERS' }
}
