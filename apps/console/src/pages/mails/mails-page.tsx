import type { Mail } from '@counterfoil/protocol'
import { EmptyState } from '@counterfoil/ui'
import { type Column, FilterBar, FilterChip, SplitView, Table } from '@counterfoil/ui/console'
import { useMails } from '../../api/mails'
import { ErrorState } from '../../components/error-state'
import { MoreButton } from '../../components/more-button'
import { Page } from '../../components/page'
import { useMoment } from '../../components/use-moment'
import { useSearchPart } from '../../components/use-search-part'
import { useText } from '../../text'
import { MailPanel } from './mail-panel'
import { MailState } from './mail-state'
import styles from './mails.module.css'

const STATES = ['waiting', 'sent', 'dead'] as const

/** What guests were written, or will be; one mail beside the list. */
export function MailsPage() {
  const { mails: words } = useText().t.console
  const [openId, setOpenId] = useSearchPart('mail')
  return (
    <Page lead={words.lead} title={words.title}>
      <SplitView
        panel={
          openId && <MailPanel id={openId} key={openId} onClose={() => setOpenId(undefined)} />
        }
      >
        <MailList onOpen={({ id }) => setOpenId(id)} openId={openId} />
      </SplitView>
    </Page>
  )
}

interface MailListProps {
  readonly openId: string | undefined
  readonly onOpen: (mail: Mail) => void
}

function MailList({ openId, onOpen }: MailListProps) {
  const { mails: words } = useText().t.console
  const [part, setPart] = useSearchPart('status')
  const status = STATES.find((each) => each === part)
  const list = useMails(status)
  const columns = useColumns()
  const none = status === undefined ? words.empty : words.none_found
  if (list.error && !list.data) {
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  }
  return (
    <div data-stack>
      <FilterBar>
        <FilterChip
          label={words.state}
          onChange={setPart}
          options={STATES.map((value) => ({ value, label: words.states[value] }))}
          value={status}
        />
      </FilterBar>
      <Table
        caption={words.title}
        columns={columns}
        empty={<EmptyState title={none.title}>{none.text}</EmptyState>}
        onOpen={onOpen}
        openKey={openId}
        rowKey={({ id }) => id}
        rows={list.data?.pages.flatMap((page) => page.items)}
      />
      <MoreButton list={list} />
    </div>
  )
}

function useColumns(): readonly Column<Mail>[] {
  const { mails: words } = useText().t.console
  const moment = useMoment()
  return [
    {
      key: 'what',
      title: words.mail,
      cell: ({ subject, to }) => (
        <span className={styles['what']}>
          <bdi className={styles['subject']}>{subject}</bdi>
          <span className={styles['to']}>{to}</span>
        </span>
      ),
    },
    { key: 'state', title: words.state, cell: (mail) => <MailState mail={mail} /> },
    {
      key: 'when',
      title: words.when,
      align: 'end',
      hideOnPhone: true,
      cell: ({ sent_at, created_at }) => moment(sent_at ?? created_at),
    },
  ]
}
