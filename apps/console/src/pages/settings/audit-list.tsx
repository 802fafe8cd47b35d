import type { AnswerOf, ENDPOINTS } from '@counterfoil/protocol'
import { EmptyState } from '@counterfoil/ui'
import { type Column, Table } from '@counterfoil/ui/console'
import { useAudit } from '../../api/audit'
import { ErrorState } from '../../components/error-state'
import { MoreButton } from '../../components/more-button'
import { useText } from '../../text'
import styles from './settings.module.css'
import { useNow } from '../../components/use-now'

type AuditRow = AnswerOf<typeof ENDPOINTS.listAudit>['items'][number]

/** Who changed what, newest first. */
export function AuditList() {
  const { t } = useText()
  const words = t.console.settings.audit
  const audit = useAudit()
  const columns = useColumns()
  if (audit.error && !audit.data) {
    return <ErrorState error={audit.error} onRetry={() => void audit.refetch()} />
  }
  return (
    <div data-stack>
      <p className={styles['lead']}>{words.lead}</p>
      <Table
        caption={t.console.settings.tabs.audit}
        columns={columns}
        empty={<EmptyState title={words.empty.title}>{words.empty.text}</EmptyState>}
        rowKey={(row) => row.id}
        rows={audit.data?.pages.flatMap((page) => page.items)}
      />
      <MoreButton list={audit} />
    </div>
  )
}

function useColumns(): readonly Column<AuditRow>[] {
  const { t, format } = useText()
  const words = t.console.settings.audit
  const now = useNow(60_000)
  return [
    { key: 'what', title: words.what, cell: (row) => <ActionText row={row} /> },
    { key: 'who', title: words.who, cell: (row) => row.user_name ?? words.system },
    { key: 'ip', title: words.ip, hideOnPhone: true, cell: (row) => row.ip ?? '–' },
    {
      key: 'when',
      title: words.when,
      align: 'end',
      cell: (row) => format.dateTime(row.at, now),
    },
  ]
}

/** What was done, and to whom or what where the record has a name for it. */
function ActionText({ row }: { readonly row: AuditRow }) {
  const { t } = useText()
  const { actions } = t.console.settings.audit
  const known = Object.entries(actions).find(([action]) => action === row.action)
  const subject = ['name', 'title', 'performance', 'label', 'code', 'reason', 'number'].map(
    (key) => row.detail[key],
  )
  const named = subject.find((value) => typeof value === 'string')
  return (
    <>
      {known?.[1] ?? row.action}
      {named !== undefined && <span className={styles['lead']}> · {named}</span>}
    </>
  )
}
