import { useCompleteness } from '../api/clock'
import { useText } from '../text'
import { useClock } from './use-moment'

/** Up to when everything is known here, as a sentence; `undefined` until the server has said. */
export function useCompleteText(): string | undefined {
  const words = useText().t.console.ledger
  const clock = useClock()
  const completeness = useCompleteness().data?.completeness
  if (completeness === undefined) return undefined
  if (completeness.stores.every(({ lagging }) => lagging.length === 0)) return words.complete
  const { complete_up_to } = completeness
  return complete_up_to === null
    ? words.incomplete
    : words.complete_until({ until: clock(complete_up_to) })
}
