import { NoAnswer, ProblemAnswer } from '@counterfoil/protocol'

/** The stable code of a refusal; `NETWORK` when nothing of ours came back. */
export function codeOf(error: unknown): string {
  if (error instanceof ProblemAnswer) return error.problem.code
  return error instanceof NoAnswer ? 'NETWORK' : 'UNEXPECTED'
}

export const isSignedOut = (error: unknown) =>
  ['SIGN_IN_REQUIRED', 'TOKEN_INVALID'].includes(codeOf(error))

export interface FieldRefusal {
  /** What is wrong, as a code of ours or of a newer server. */
  readonly code: string
  readonly limit: number | undefined
}

/** What the server found at single fields, by their first name: `/pin` is `pin`. */
export function fieldErrorsOf(error: unknown): Readonly<Record<string, FieldRefusal>> {
  if (!(error instanceof ProblemAnswer)) return {}
  const errors = error.problem.errors ?? []
  return Object.fromEntries(
    errors.map(({ pointer, code = 'FORMAT', limit }) => [nameOf(pointer), { code, limit }]),
  )
}

const nameOf = (pointer: string) => pointer.replace(/^#?\//, '').split('/')[0] ?? ''

/** Whether trying again by itself may help: no answer, or the server says so. */
export function mayRetry(error: unknown): boolean {
  return ['NETWORK', 'UNAVAILABLE', 'INTERNAL'].includes(codeOf(error))
}
