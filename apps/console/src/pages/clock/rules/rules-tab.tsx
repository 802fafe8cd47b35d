import { ENDPOINTS, type WireClockSettings } from '@counterfoil/protocol'
import { Notice, Skeleton } from '@counterfoil/ui'
import { DescriptionList } from '@counterfoil/ui/console'
import { useClockSettings } from '../../../api/clock'
import { ErrorState } from '../../../components/error-state'
import { useMay } from '../../../session/merchant'
import { useText } from '../../../text'
import { ClockRulesForm } from './clock-rules-form'
import { useGridText } from './use-grid-text'

/** How punches are read for the sheets: readable to all, changed by owners. */
export function RulesTab() {
  const may = useMay()
  const answer = useClockSettings()
  const settings = answer.data?.settings
  if (answer.error && settings === undefined) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  }
  if (settings === undefined) return <Skeleton lines={6} />
  return may(ENDPOINTS.updateClockSettings) ? (
    <ClockRulesForm settings={settings} />
  ) : (
    <ReadClockRules settings={settings} />
  )
}

function ReadClockRules({ settings }: { readonly settings: WireClockSettings }) {
  const { t, format } = useText()
  const words = t.console.clock_rules
  const grid = useGridText()
  const minutes = (length: number) => format.duration(length * 60_000)
  const breaks = settings.automatic_breaks.map((rule) =>
    words.says({ after: minutes(rule.after_minutes), minutes: minutes(rule.minutes) }),
  )
  return (
    <div data-stack>
      <Notice tone="neutral">{words.read_only}</Notice>
      <DescriptionList
        items={[
          { term: words.grid, value: grid(settings.round_minutes) },
          { term: words.coming, value: words.ways[settings.round_coming] },
          { term: words.going, value: words.ways[settings.round_going] },
          {
            term: words.breaks,
            value: breaks.length === 0 ? words.no_breaks : format.list(breaks),
          },
        ]}
      />
    </div>
  )
}
