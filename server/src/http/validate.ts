import type * as z from 'zod'
import { type FieldError, ProblemError } from '../problem-error'
import { fieldErrors, pointerTo } from './field-errors'
import { requireStorableText } from './storable-text'

/** Wrong in form: another JSON type, a member that is missing or that nobody knows. */
const STRUCTURE = new Set(['invalid_type', 'unrecognized_keys', 'invalid_union', 'invalid_key'])

/**
 * Reads a body by its schema.
 * @throws ProblemError BODY_MALFORMED (400) when its structure is wrong (types, missing or unknown
 *   members), VALIDATION (422) when it is well-formed and a value is not allowed; both with `errors`
 */
export function readBodyBy(schema: z.ZodType, json: unknown): unknown {
  requireStorableText(json, '')
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  const malformed = issues.some(({ code }) => STRUCTURE.has(code))
  throw new ProblemError(
    malformed ? 'BODY_MALFORMED' : 'VALIDATION',
    malformed ? 'The body has another form than agreed.' : 'Some values are not allowed.',
    { errors: fieldErrors(issues, '') },
  )
}

/**
 * Reads the query by its schema; the same name twice is refused.
 * @throws ProblemError VALIDATION, CURSOR_INVALID
 */
export function readQueryBy(schema: z.ZodType, query: URLSearchParams): unknown {
  const names = [...query.keys()]
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) {
    throw queryProblem([
      { pointer: pointerTo('/query', [twice]), message: 'given twice', code: 'CHOICE' },
    ])
  }
  const asked = Object.fromEntries(query)
  const { cursor: _, ...texts } = asked
  requireStorableText(texts, '/query')
  const parsed = schema.safeParse(asked)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  if (issues.every(({ path }) => path[0] === 'cursor')) throw new ProblemError('CURSOR_INVALID')
  throw queryProblem(fieldErrors(issues, '/query'))
}

/** Reads path parameters; what is no id of ours names nothing. @throws ProblemError NOT_FOUND */
export function readParamsBy(schema: z.ZodType, params: Record<string, string>): unknown {
  const parsed = schema.safeParse(params)
  if (!parsed.success) throw new ProblemError('NOT_FOUND')
  return parsed.data
}

function queryProblem(errors: readonly FieldError[]): ProblemError {
  return new ProblemError('VALIDATION', 'Some of the query is not allowed.', { errors })
}
