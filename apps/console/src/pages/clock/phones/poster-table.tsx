import { ENDPOINTS, type Poster } from '@counterfoil/protocol'
import { Button, EmptyState } from '@counterfoil/ui'
import { type Column, StatusDot, Table } from '@counterfoil/ui/console'
import { useState } from 'react'
import { usePosters } from '../../../api/clock'
import { ErrorState } from '../../../components/error-state'
import { useMoment } from '../../../components/use-moment'
import { useMay } from '../../../session/merchant'
import { useText } from '../../../text'
import styles from '../clock.module.css'
import { IssueDialog } from './issue-dialog'
import { WithdrawDialog } from './withdraw-dialog'

type Deed = { readonly deed: 'issue' | 'withdraw'; readonly poster: Poster }

/** The poster of each store: none, or one; a new one kills the one before. */
export function PosterTable({ phones }: { readonly phones: boolean }) {
  const { phones: words } = useText().t.console
  const posters = usePosters()
  const [deed, setDeed] = useState<Deed>()
  const columns = useColumns(setDeed)
  const close = () => setDeed(undefined)
  if (posters.error && !posters.data) {
    return <ErrorState error={posters.error} onRetry={() => void posters.refetch()} />
  }
  return (
    <section aria-label={words.posters} data-stack>
      <h2>{words.posters}</h2>
      <Table
        caption={words.posters}
        columns={columns}
        empty={<EmptyState title={words.empty.title}>{words.empty.text}</EmptyState>}
        rowKey={({ store_id }) => store_id}
        rows={posters.data}
      />
      {deed?.deed === 'issue' && (
        <IssueDialog onClose={close} phones={phones} poster={deed.poster} />
      )}
      {deed?.deed === 'withdraw' && <WithdrawDialog onClose={close} poster={deed.poster} />}
    </section>
  )
}

function useColumns(act: (deed: Deed) => void): readonly Column<Poster>[] {
  const { phones: words } = useText().t.console
  const may = useMay()
  const columns: Column<Poster>[] = [
    { key: 'store', title: words.store, cell: ({ store_name }) => store_name },
    { key: 'state', title: words.state, cell: (poster) => <PosterState poster={poster} /> },
  ]
  if (!may(ENDPOINTS.issuePoster)) return columns
  return [
    ...columns,
    {
      key: 'deeds',
      title: words.posters,
      hideTitle: true,
      align: 'end',
      cell: (poster) => (
        <span className={styles['files']}>
          {poster.issued_at !== null && (
            <Button onClick={() => act({ deed: 'withdraw', poster })} size="small" variant="quiet">
              {words.withdraw}
            </Button>
          )}
          <Button onClick={() => act({ deed: 'issue', poster })} size="small">
            {poster.issued_at === null ? words.issue : words.renew}
          </Button>
        </span>
      ),
    },
  ]
}

function PosterState({ poster }: { readonly poster: Poster }) {
  const { t } = useText()
  const words = t.console.phones
  const moment = useMoment()
  const { active, issued_at, issued_by } = poster
  const state = active ? 'active' : issued_at === null ? 'none' : 'waiting'
  return (
    <span className={styles['words']}>
      <StatusDot hollow={!active} tone={active ? 'ok' : 'neutral'}>
        {words.states[state]}
      </StatusDot>
      {issued_at !== null && (
        <span className={styles['meta']}>
          {words.issued({ when: moment(issued_at), who: issued_by ?? t.common.someone })}
        </span>
      )}
    </span>
  )
}
