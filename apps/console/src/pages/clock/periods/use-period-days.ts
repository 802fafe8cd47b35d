import type { Period } from '@counterfoil/protocol'
import { useText } from '../../../text'
import { useDayText } from '../use-day-text'

/** "Sun 1 Nov – Mon 30 Nov". */
export function usePeriodDays(): (period: Pick<Period, 'from_day' | 'to_day'>) => string {
  const words = useText().t.console.periods
  const day = useDayText()
  return ({ from_day, to_day }) => words.span({ from: day(from_day), to: day(to_day) })
}
