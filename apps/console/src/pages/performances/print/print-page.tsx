import type { Performance } from '@counterfoil/protocol'
import { Button, EmptyState, Skeleton } from '@counterfoil/ui'
import { RadioGroup } from '@counterfoil/ui/console'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { useAllTickets, usePrintedTickets } from '../../../api/guests'
import { usePerformance } from '../../../api/performances'
import { ErrorState } from '../../../components/error-state'
import { LinkTo } from '../../../components/link-to'
import { Page } from '../../../components/page'
import { PrintSheet, printSheet } from '../../../components/print-sheet'
import { useSearchPart } from '../../../components/use-search-part'
import { useText } from '../../../text'
import { DoorListSheet } from './door-list-sheet'
import { PaperTicket } from './paper-ticket'
import styles from './print.module.css'
import './pages.css'

const KINDS = ['tickets_a4', 'tickets_a6', 'door_list'] as const

/** Tickets of all who are confirmed, and the list for the door, on paper. */
export function PrintPerformancePage() {
  const { id = '' } = useParams()
  const { door_print: words } = useText().t.console
  const answer = usePerformance(id)
  const performance = answer.data?.performance
  const [part, setPart] = useSearchPart('kind')
  const kind = KINDS.find((each) => each === part) ?? 'tickets_a4'
  return (
    <Page
      above={<LinkTo to={`/performances/${id}`}>{performance?.title ?? '…'}</LinkTo>}
      title={words.title}
    >
      {answer.isPending && <Skeleton lines={4} />}
      {answer.error && performance === undefined && (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {performance && (
        <div data-stack>
          <div className={styles['kinds']}>
            <RadioGroup
              cards
              label={words.kind}
              onChange={setPart}
              options={KINDS.map((value) => ({
                value,
                label: words[value],
                hint: words[`${value}_hint`],
              }))}
              value={kind}
            />
          </div>
          {kind === 'door_list' ? (
            <DoorList performance={performance} />
          ) : (
            <Tickets kind={kind} performance={performance} />
          )}
        </div>
      )}
    </Page>
  )
}

const SHOWN = 3

interface TicketsProps {
  readonly performance: Performance
  readonly kind: 'tickets_a4' | 'tickets_a6'
}

function Tickets({ performance, kind }: TicketsProps) {
  const { door_print: words } = useText().t.console
  const tickets = usePrintedTickets(performance.id)
  if (tickets.error && !tickets.data) {
    return <ErrorState error={tickets.error} onRetry={() => void tickets.refetch()} />
  }
  if (tickets.data === undefined) return <Skeleton lines={4} />
  const papers = tickets.data.map((ticket) => (
    <PaperTicket key={ticket.ticket_id} performance={performance} ticket={ticket} />
  ))
  const more = papers.length - SHOWN
  return (
    <Printable count={words.ready({ tickets: papers.length })} isEmpty={papers.length === 0}>
      <div className={styles['preview']}>{papers.slice(0, SHOWN)}</div>
      {more > 0 && <p className={styles['muted']}>{words.more({ tickets: more })}</p>}
      <PrintSheet>
        <div className={kind === 'tickets_a4' ? 'print-tickets-a4' : 'print-tickets-a6'}>
          {papers}
        </div>
      </PrintSheet>
    </Printable>
  )
}

function DoorList({ performance }: { readonly performance: Performance }) {
  const { door_print: words } = useText().t.console
  const tickets = useAllTickets(performance.id)
  if (tickets.error && !tickets.data) {
    return <ErrorState error={tickets.error} onRetry={() => void tickets.refetch()} />
  }
  if (tickets.data === undefined) return <Skeleton lines={6} />
  const valid = tickets.data
    .filter(({ status }) => status === 'confirmed')
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const people = valid.reduce((sum, { party_size }) => sum + party_size, 0)
  const sheet = <DoorListSheet performance={performance} tickets={valid} />
  return (
    <Printable count={words.guests({ guests: valid.length, people })} isEmpty={valid.length === 0}>
      <div className={styles['paper']}>{sheet}</div>
      <PrintSheet>
        <div className="print-door-list">{sheet}</div>
      </PrintSheet>
    </Printable>
  )
}

interface PrintableProps {
  readonly count: string
  readonly isEmpty: boolean
  readonly children: ReactNode
}

function Printable({ count, isEmpty, children }: PrintableProps) {
  const { door_print: words } = useText().t.console
  if (isEmpty) return <EmptyState title={words.none.title}>{words.none.text}</EmptyState>
  return (
    <>
      <div className={styles['bar']}>
        <Button onClick={printSheet} variant="primary">
          {words.now}
        </Button>
        <span className={styles['muted']}>{count}</span>
      </div>
      {children}
    </>
  )
}
