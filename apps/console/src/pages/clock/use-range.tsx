import { epochMs, localDayOf } from '@counterfoil/domain'
import { IconButton } from '@counterfoil/ui'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useNow } from '../../components/use-now'
import { useSearchPart } from '../../components/use-search-part'
import { useText } from '../../text'
import styles from './clock.module.css'
import { isDay, rangeOf, shiftRange, type SpanKind } from './ranges'
import { Switcher } from './switcher'
import { useDayText } from './use-day-text'

const KINDS: readonly SpanKind[] = ['month', 'week']

/** The month or week that is looked at, the present one at first; part of the address. */
export function useRange() {
  const { format } = useText()
  const today = localDayOf(epochMs(useNow(60_000)), format.timeZone)
  const [span, setSpan] = useSearchPart('span')
  const [part, setDay] = useSearchPart('day')
  const kind: SpanKind = span === 'week' ? 'week' : 'month'
  const range = rangeOf(kind, isDay(part) ? part : today)
  return {
    kind,
    range,
    isPresent: today <= range.to,
    setKind: (next: SpanKind) => setSpan(next === 'month' ? undefined : next),
    go: (by: number) => {
      const next = shiftRange(kind, range.from, by)
      setDay(next === rangeOf(kind, today).from ? undefined : next)
    },
  }
}

/** For links that keep the days that are looked at. */
export function rangePart({ kind, range }: Pick<ReturnType<typeof useRange>, 'kind' | 'range'>) {
  return `span=${kind}&day=${range.from}`
}

export function RangePicker({ kind, range, isPresent, setKind, go }: ReturnType<typeof useRange>) {
  const { hours: words, clock } = useText().t.console
  const title = useRangeTitle()
  const week = kind === 'week'
  return (
    <div className={styles['month']}>
      <IconButton
        icon={<ChevronLeft aria-hidden />}
        label={week ? words.week_before : clock.month_before}
        onClick={() => go(-1)}
      />
      <strong aria-live="polite">{title(kind, range)}</strong>
      <IconButton
        disabled={isPresent}
        icon={<ChevronRight aria-hidden />}
        label={week ? words.week_after : clock.month_after}
        onClick={() => go(1)}
      />
      <Switcher
        label={clock.days}
        onChange={setKind}
        options={KINDS.map((value) => ({ value, label: words.spans[value] }))}
        value={kind}
      />
    </div>
  )
}

/** "November 2026", or "Mon 16 Nov – Sun 22 Nov". */
export function useRangeTitle() {
  const { t, format } = useText()
  const day = useDayText()
  return (kind: SpanKind, { from, to }: { readonly from: string; readonly to: string }): string => {
    const [year = '', month = ''] = from.split('-')
    if (kind === 'month') return `${format.month(Number(month))} ${year}`
    return t.console.periods.span({ from: day(from), to: day(to) })
  }
}
