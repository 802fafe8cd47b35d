import { Skeleton } from '@counterfoil/ui'
import { Tabs } from '@counterfoil/ui/console'
import { useSettings } from '../../api/settings'
import { ErrorState } from '../../components/error-state'
import { Page } from '../../components/page'
import { useSearchPart } from '../../components/use-search-part'
import { useText } from '../../text'
import { AuditList } from './audit-list'
import { RulesForm } from './rules-form'
import { TicketKeys } from './ticket-keys'

const PARTS = ['rules', 'keys', 'audit'] as const

/** Lockouts and sign-on times; the keys of tickets; and who changed what. */
export function SettingsPage() {
  const { t } = useText()
  const words = t.console.settings
  const [part, setPart] = useSearchPart('part')
  return (
    <Page title={words.title}>
      <Tabs
        label={words.tabs_label}
        onSelect={(next) => setPart(next === 'rules' ? undefined : next)}
        selected={PARTS.find((each) => each === part) ?? 'rules'}
        tabs={[
          { id: 'rules', label: words.tabs.rules, content: <Rules /> },
          { id: 'keys', label: t.console.ticket_keys.tab, content: <TicketKeys /> },
          { id: 'audit', label: words.tabs.audit, content: <AuditList /> },
        ]}
      />
    </Page>
  )
}

function Rules() {
  const settings = useSettings()
  if (settings.error && !settings.data) {
    return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
  }
  if (settings.data === undefined) return <Skeleton lines={6} />
  return <RulesForm settings={settings.data.settings} />
}
