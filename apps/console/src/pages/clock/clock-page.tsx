import { Tabs } from '@counterfoil/ui/console'
import { useOpenRequests } from '../../api/clock'
import { Page } from '../../components/page'
import { useSearchPart } from '../../components/use-search-part'
import { useText } from '../../text'
import { HoursTab } from './hours/hours-tab'
import { PeriodsTab } from './periods/periods-tab'
import { PhonesTab } from './phones/phones-tab'
import { RequestsTab } from './requests/requests-tab'
import { RulesTab } from './rules/rules-tab'

const PARTS = ['hours', 'requests', 'periods', 'phones', 'rules'] as const

/** The clock: who is in and everybody's hours, what waits for an answer, and how it is set up. */
export function ClockPage() {
  const { clock, hours: words } = useText().t.console
  const [part, setPart] = useSearchPart('part')
  const waiting = useOpenRequests().data?.items.length
  return (
    <Page lead={clock.lead} title={clock.title}>
      <Tabs
        label={words.parts}
        onSelect={(next) => setPart(next === 'hours' ? undefined : next)}
        selected={PARTS.find((each) => each === part) ?? 'hours'}
        tabs={[
          { id: 'hours', label: words.tabs.hours, content: <HoursTab /> },
          {
            id: 'requests',
            label: words.tabs.requests,
            count: waiting === 0 ? undefined : waiting,
            content: <RequestsTab />,
          },
          { id: 'periods', label: words.tabs.periods, content: <PeriodsTab /> },
          { id: 'phones', label: words.tabs.phones, content: <PhonesTab /> },
          { id: 'rules', label: words.tabs.rules, content: <RulesTab /> },
        ]}
      />
    </Page>
  )
}
