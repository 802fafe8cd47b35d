import { type FieldErrorCode, type ProblemCode, PROBLEMS } from '@counterfoil/protocol'

/** Members beside the fixed ones of a problem document: `errors`, `min`, `max`, … */
export type ProblemExtras = Readonly<Record<string, unknown>>

/** A refusal that the caller is told about, as an RFC 9457 problem document. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly status: (typeof PROBLEMS)[ProblemCode]['status']

  /**
   * @param detail one sentence for a person; nothing secret, nothing of the inside
   * @param headers of the answer, as `Retry-After`
   */
  constructor(
    readonly code: ProblemCode,
    readonly detail: string = PROBLEMS[code].title,
    readonly extras: ProblemExtras = {},
    readonly headers: Readonly<Record<string, string>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options)
    this.status = PROBLEMS[code].status
  }
}

/** 429 or 503 with the time after which another try makes sense. @param seconds rounded up, ≥ 1 */
export function tryLater(
  code: 'RATE_LIMITED' | 'UNAVAILABLE',
  seconds: number,
  detail?: string,
  options?: ErrorOptions,
): ProblemError {
  const wait = String(Math.max(1, Math.ceil(seconds)))
  return new ProblemError(code, detail, {}, { 'retry-after': wait }, options)
}

/** One entry of `errors`: {@link FieldErrorCode} for programs, `message` for people. */
export interface FieldError {
  readonly pointer: string
  readonly message: string
  readonly code: FieldErrorCode
  readonly limit?: number
}
