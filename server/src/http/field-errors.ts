import { FIELD_ERROR_CODES, type FieldErrorCode } from '@counterfoil/protocol'
import type * as z from 'zod'
import type { FieldError } from '../problem-error'

type Issue = z.core.$ZodIssue

/** What a schema found, as entries of a problem's `errors`. @param base pointer to the root */
export function fieldErrors(issues: readonly Issue[], base: string): FieldError[] {
  return issues.flatMap((issue) => entriesOf(issue, base))
}

function entriesOf(issue: Issue, base: string): FieldError[] {
  const pointer = pointerTo(base, issue.path)
  if (issue.code !== 'unrecognized_keys')
    return [{ pointer, message: issue.message, ...codeOf(issue) }]
  return issue.keys.map((key) => ({
    pointer: pointerTo(pointer, [key]),
    message: 'is not known',
    code: 'UNKNOWN_FIELD',
  }))
}

const BY_ISSUE: Readonly<Record<string, FieldErrorCode>> = {
  invalid_format: 'FORMAT',
  not_multiple_of: 'FORMAT',
  invalid_value: 'CHOICE',
}

function codeOf(issue: Issue): Pick<FieldError, 'code' | 'limit'> {
  if (issue.code === 'too_small') return tooSmall(issue.origin, Number(issue.minimum))
  if (issue.code === 'too_big') {
    const limit = Number(issue.maximum)
    return { code: isNumber(issue.origin) ? 'TOO_GREAT' : 'TOO_LONG', limit }
  }
  if (issue.code === 'custom') return { code: customCode(issue.params?.['code']) }
  return { code: BY_ISSUE[issue.code] ?? 'TYPE' }
}

function tooSmall(origin: string, limit: number): Pick<FieldError, 'code' | 'limit'> {
  if (isNumber(origin)) return { code: 'TOO_SMALL', limit }
  return limit === 1 ? { code: 'REQUIRED' } : { code: 'TOO_SHORT', limit }
}

function isNumber(origin: string): boolean {
  return origin === 'number' || origin === 'int' || origin === 'bigint'
}

/** A rule of ours may say which it is; others are about the form of the value. */
function customCode(named: unknown): FieldErrorCode {
  return FIELD_ERROR_CODES.find((code) => code === named) ?? 'FORMAT'
}

/** RFC 6901; a name of any length is cut: it comes from outside. */
export function pointerTo(base: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>((pointer, part) => `${pointer}/${escape(String(part))}`, base)
}

function escape(name: string): string {
  return name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')
}
