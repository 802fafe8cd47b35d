import { type AnswerOf, ENDPOINTS } from '@counterfoil/protocol'
import { EmptyState, Logo } from '@counterfoil/ui'
import { type Column, PageHeader, Table } from '@counterfoil/ui/console'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Navigate, useNavigate } from 'react-router'
import { callOpen } from '../../api/client'
import { ErrorState } from '../../components/error-state'
import { MoreButton } from '../../components/more-button'
import { useMe } from '../../session/use-me'
import { UserMenu } from '../../shell/user-menu'
import { useText } from '../../text'
import styles from './merchants-page.module.css'

type MerchantRow = AnswerOf<typeof ENDPOINTS.listMerchants>['items'][number]

function useMerchants() {
  return useInfiniteQuery({
    queryKey: ['merchants'],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? {} : { cursor: pageParam }
      return callOpen(ENDPOINTS.listMerchants, { query }, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
}

function useColumns(): readonly Column<MerchantRow>[] {
  const { t, format } = useText()
  const words = t.console.merchants
  return [
    { key: 'name', title: words.name, cell: (row) => <strong>{row.name}</strong> },
    { key: 'stores', title: words.stores, align: 'end', cell: (row) => format.number(row.stores) },
    {
      key: 'tablets',
      title: words.tablets,
      align: 'end',
      cell: (row) => format.number(row.devices),
    },
    {
      key: 'since',
      title: words.since,
      align: 'end',
      hideOnPhone: true,
      cell: (row) => format.day(row.created_at, Date.now()),
    },
  ]
}

/** Where a platform admin chooses for whom to work. */
export function MerchantsPage() {
  const { t } = useText()
  const words = t.console.merchants
  const me = useMe()
  const list = useMerchants()
  const columns = useColumns()
  const navigate = useNavigate()
  if (me.data && !me.data.platform_admin) return <Navigate replace to="/" />
  return (
    <>
      <title>{`${words.title} · Counterfoil`}</title>
      <header className={styles['top']}>
        <Logo />
        <UserMenu />
      </header>
      <main className={styles['main']}>
        <PageHeader description={words.lead} title={words.title} />
        {list.error && !list.data ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <Table
            caption={words.title}
            columns={columns}
            empty={<EmptyState title={words.empty.title}>{words.empty.text}</EmptyState>}
            onOpen={(row) => void navigate(`/for/${row.id}/today`)}
            rowKey={(row) => row.id}
            rows={list.data?.pages.flatMap((page) => page.items)}
          />
        )}
        <MoreButton list={list} />
      </main>
    </>
  )
}
