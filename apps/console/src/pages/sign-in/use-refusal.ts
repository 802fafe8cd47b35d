import { ProblemAnswer } from '@counterfoil/protocol'
import { codeOf } from '../../api/errors'
import { useNow } from '../../components/use-now'
import { useProblemText } from '../../components/use-problem-text'
import { useText } from '../../text'

export interface Refusal {
  readonly text: string | undefined
  /** Too many tries: nothing may be sent until the time is over. */
  readonly waiting: boolean
}

const NONE: Refusal = { text: undefined, waiting: false }

/**
 * Why a sign-in failed, in words; counts the waiting time down.
 * @param sentAt when the refused attempt was sent, epoch ms
 */
export function useRefusal(error: Error | null, sentAt: number, totp: boolean): Refusal {
  const { t, format } = useText()
  const problemText = useProblemText()
  const until = waitUntil(error, sentAt)
  const now = useNow(until === undefined ? undefined : 1000)
  if (error === null) return NONE
  const words = t.console.sign_in
  if (until !== undefined) {
    if (now >= until) return NONE
    return { text: words.too_many({ wait: format.duration(inSteps(until - now)) }), waiting: true }
  }
  switch (codeOf(error)) {
    case 'TOTP_REQUIRED':
      return NONE
    case 'CREDENTIALS_INVALID':
      return { text: totp ? words.wrong_totp : words.wrong, waiting: false }
    case 'BODY_MALFORMED':
    case 'VALIDATION':
      return { text: words.wrong, waiting: false }
    case 'NETWORK':
      return { text: words.no_network, waiting: false }
    default:
      return { text: problemText(error).sentence, waiting: false }
  }
}

/** Rounded up to minutes, at the end to ten seconds: it is read aloud whenever it changes. */
function inSteps(ms: number): number {
  const step = ms > 60_000 ? 60_000 : 10_000
  return Math.ceil(ms / step) * step
}

function waitUntil(error: Error | null, sentAt: number): number | undefined {
  if (error === null || codeOf(error) !== 'RATE_LIMITED') return undefined
  const seconds = error instanceof ProblemAnswer ? error.retryAfterSeconds : null
  return sentAt + (seconds ?? 60) * 1000
}
