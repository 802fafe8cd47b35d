import { type EpochMs, MINUTE, plus } from '@counterfoil/domain'

/** Minutes until the next try, after the first, second, … failure: some sixteen hours in all. */
const WAITS = [1, 2, 5, 15, 30, 60, 120, 240, 480] as const

/** When a mail that failed is tried again; `undefined`: never, somebody must look at it. */
export function nextTry(attempts: number, now: EpochMs): EpochMs | undefined {
  const minutes = WAITS[attempts - 1]
  return minutes === undefined ? undefined : plus(now, minutes * MINUTE)
}

/** The same for what must be told sooner or later: the last wait is repeated for as long as it takes. */
export function nextTryOfMany(attempts: number, now: EpochMs): EpochMs {
  return nextTry(Math.min(attempts, WAITS.length), now) ?? now
}

interface SmtpError {
  readonly code: string
  readonly responseCode: number | undefined
}

/** What a failed sending says of itself, without the words of the mail. */
export function readFailure(error: unknown): SmtpError {
  const { code, responseCode } = Object(error) as { code?: unknown; responseCode?: unknown }
  return {
    code: typeof code === 'string' ? code : 'UNKNOWN',
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
  }
}

/** Whether the other side refused the recipient or the mail for good: no later try helps. */
export function isFinal({ code, responseCode = 0 }: SmtpError): boolean {
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500
}
