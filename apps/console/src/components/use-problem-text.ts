import type { ProblemMessages } from '@counterfoil/messages'
import { ProblemAnswer } from '@counterfoil/protocol'
import { codeOf } from '../api/errors'
import { useText } from '../text'

export interface ProblemWords {
  readonly title: string
  readonly sentence: string
  /** The request's number, where support may need it. */
  readonly request: string | undefined
  readonly network: boolean
}

function wordsFor(problems: ProblemMessages, code: string) {
  return Object.hasOwn(problems, code)
    ? problems[code as keyof ProblemMessages]
    : problems.UNEXPECTED
}

/** Every error in words: what happened, what to do. */
export function useProblemText(): (error: unknown) => ProblemWords {
  const { t, format } = useText()
  return (error) => {
    const code = codeOf(error)
    const words = wordsFor(t.problems, code)
    const answer = error instanceof ProblemAnswer ? error : undefined
    const wait = answer?.retryAfterSeconds ?? undefined
    const retry_at = wait === undefined ? undefined : format.time(Date.now() + wait * 1000)
    const unknown = words === t.problems.UNEXPECTED && answer !== undefined
    return {
      title: words.title,
      sentence: words.sentence({ retry_at }),
      request: unknown ? t.console.shell.request({ id: answer.problem.request_id }) : undefined,
      network: code === 'NETWORK' || code === 'UNAVAILABLE',
    }
  }
}
