import { ProblemAnswer } from '@counterfoil/protocol'
import { useMemo } from 'react'
import type { FieldWords } from '../../../components/use-form-errors'
import { useText } from '../../../text'

/** Why a correction cannot stand: the days are closed, or somebody was quicker. */
export function useAmendWords(error: Error | null): FieldWords {
  const { amendments: words } = useText().t.console
  const closed = error instanceof ProblemAnswer && error.problem['reason'] === 'PERIOD_CLOSED'
  return useMemo(
    () => ({ conflict: { field: 'reason', text: closed ? words.closed : words.no_effect } }),
    [closed, words],
  )
}
