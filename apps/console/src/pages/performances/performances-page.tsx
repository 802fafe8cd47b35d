import { ENDPOINTS, type Performance } from '@counterfoil/protocol'
import { EmptyState } from '@counterfoil/ui'
import { Table } from '@counterfoil/ui/console'
import Plus from 'lucide-react/icons/plus'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { usePerformances } from '../../api/performances'
import { ErrorState } from '../../components/error-state'
import { LinkTo } from '../../components/link-to'
import { Page } from '../../components/page'
import { useNow } from '../../components/use-now'
import { useMay, usePath } from '../../session/merchant'
import { useText } from '../../text'
import styles from './performances.module.css'
import { usePerformanceColumns } from './use-performance-columns'
import { isPast } from './when'

/** Every evening: those to come first, those that are over folded away. */
export function PerformancesPage() {
  const { t } = useText()
  const may = useMay()
  const list = usePerformances()
  const now = useNow(60_000)
  const words = t.console.performances
  const add = may(ENDPOINTS.createPerformance) && (
    <LinkTo look={{ variant: 'primary', icon: <Plus aria-hidden /> }} to="/performances/new">
      {words.add}
    </LinkTo>
  )
  const sorted = list.data?.toSorted((a, b) => a.starts_at.localeCompare(b.starts_at))
  const past = sorted?.filter((each) => isPast(each, now)).toReversed() ?? []
  const none = past.length === 0 ? words.empty : words.none_upcoming
  return (
    <Page actions={add} lead={words.lead} title={words.title}>
      {list.error && !list.data ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <div data-stack>
          <PerformanceTable
            caption={words.title}
            empty={
              <EmptyState action={add} title={none.title}>
                {none.text}
              </EmptyState>
            }
            rows={sorted?.filter((each) => !isPast(each, now))}
          />
          {past.length > 0 && (
            <details className={styles['past']}>
              <summary>{words.past({ performances: past.length })}</summary>
              <PerformanceTable
                caption={words.past({ performances: past.length })}
                empty={null}
                rows={past}
              />
            </details>
          )}
        </div>
      )}
    </Page>
  )
}

interface PerformanceTableProps {
  readonly caption: string
  readonly rows: readonly Performance[] | undefined
  readonly empty: ReactNode
}

function PerformanceTable({ caption, rows, empty }: PerformanceTableProps) {
  const columns = usePerformanceColumns()
  const navigate = useNavigate()
  const path = usePath()
  return (
    <Table
      caption={caption}
      columns={columns}
      empty={empty}
      onOpen={({ id }) => void navigate(path(`/performances/${id}`))}
      rowKey={({ id }) => id}
      rows={rows}
    />
  )
}
