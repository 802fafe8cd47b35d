import type { LedgerEntry } from '@counterfoil/protocol'
import { Button, EmptyState } from '@counterfoil/ui'
import { SplitView, Table } from '@counterfoil/ui/console'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { ErrorState } from '../../components/error-state'
import { MoreButton } from '../../components/more-button'
import { Page } from '../../components/page'
import { useAtTop } from '../../components/use-at-top'
import { useText } from '../../text'
import { CompleteLine } from '../../components/complete-line'
import { EntryPanel } from './entry-panel'
import { LedgerActions } from './ledger-actions'
import { LedgerFilterBar } from './ledger-filters'
import styles from './ledger.module.css'
import { useLedgerFilters } from './use-filters'
import { useLedgerColumns } from './use-ledger-columns'
import { useLedgerRows } from './use-ledger-rows'

/** Everything that happened, newest first; new rows arrive without moving what is read. */
export function LedgerPage() {
  const { t } = useText()
  const words = t.console.ledger
  const [open, setOpen] = useState<LedgerEntry>()
  return (
    <Page actions={<LedgerActions />} lead={words.lead} title={words.title}>
      <div data-stack>
        <LedgerFilterBar />
        <CompleteLine />
        <SplitView panel={open && <EntryPanel entry={open} onClose={() => setOpen(undefined)} />}>
          <LedgerList onOpen={setOpen} open={open} />
        </SplitView>
      </div>
    </Page>
  )
}

interface LedgerListProps {
  readonly open: LedgerEntry | undefined
  readonly onOpen: (entry: LedgerEntry) => void
}

function LedgerList({ open, onOpen }: LedgerListProps) {
  const filters = useLedgerFilters()
  const columns = useLedgerColumns()
  const { t } = useText()
  const atTop = useAtTop()
  const { list, rows, fresh, showFresh } = useLedgerRows(filters, atTop && open === undefined)
  if (list.error && !list.data) {
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  }
  return (
    <div data-stack>
      <FreshRows count={fresh} onShow={showFresh} />
      <Table
        caption={t.console.ledger.title}
        columns={columns}
        empty={<NoEntries />}
        onOpen={onOpen}
        openKey={open?.id}
        rowKey={(entry) => entry.id}
        rows={rows}
        skeletonRows={10}
      />
      <MoreButton list={list} />
    </div>
  )
}

function FreshRows({ count, onShow }: { readonly count: number; readonly onShow: () => void }) {
  const { ledger } = useText().t.console
  return (
    <div aria-live="polite" className={styles['fresh']}>
      {count > 0 && (
        <Button
          icon={<ArrowUp aria-hidden />}
          onClick={() => {
            onShow()
            window.scrollTo({ top: 0 })
          }}
          size="small"
          variant="primary"
        >
          {ledger.fresh({ entries: count })}
        </Button>
      )}
    </div>
  )
}

function NoEntries() {
  const { ledger } = useText().t.console
  const [params] = useSearchParams()
  const { title, text } = params.size === 0 ? ledger.empty : ledger.none_found
  return <EmptyState title={title}>{text}</EmptyState>
}
