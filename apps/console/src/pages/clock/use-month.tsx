import { IconButton } from '@counterfoil/ui'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useNow } from '../../components/use-now'
import { useSearchPart } from '../../components/use-search-part'
import { useText } from '../../text'
import styles from './clock.module.css'
import { isMonth, monthAt, shiftMonth } from './months'

/** The month that is looked at, the present one at first; part of the address. */
export function useMonth() {
  const { format } = useText()
  const present = monthAt(useNow(60_000), format.timeZone)
  const [part, setPart] = useSearchPart('month')
  const month = isMonth(part) ? part : present
  return {
    month,
    present,
    set: (next: string) => setPart(next === present ? undefined : next),
  }
}

export function MonthPicker({ month, present, set }: ReturnType<typeof useMonth>) {
  const { t, format } = useText()
  const words = t.console.clock
  const [year = '', number = ''] = month.split('-')
  return (
    <div className={styles['month']}>
      <IconButton
        icon={<ChevronLeft aria-hidden />}
        label={words.month_before}
        onClick={() => set(shiftMonth(month, -1))}
      />
      <strong aria-live="polite">
        {format.month(Number(number))} {year}
      </strong>
      <IconButton
        disabled={month >= present}
        icon={<ChevronRight aria-hidden />}
        label={words.month_after}
        onClick={() => set(shiftMonth(month, 1))}
      />
    </div>
  )
}
