import type { Device, Store } from '@counterfoil/protocol'
import { type Column, StatusDot, Table } from '@counterfoil/ui/console'
import { LinkTo } from '../../components/link-to'
import { useClock, useMoment } from '../../components/use-moment'
import { useNow } from '../../components/use-now'
import { useText } from '../../text'
import styles from './stores-page.module.css'
import { STATE_TONES, tabletState } from './tablet-state'

export interface TabletTableProps {
  readonly store: Store
  readonly devices: readonly Device[] | undefined
  readonly openId: string | undefined
}

const rank = (device: Device) => (device.status === 'revoked' ? 1 : 0)

export function TabletTable({ store, devices, openId }: TabletTableProps) {
  const { t } = useText()
  const columns = useColumns(openId)
  const sorted =
    devices && [...devices].sort((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label))
  return (
    <Table
      caption={t.console.tablets.caption({ store: store.name })}
      columns={columns}
      empty={null}
      rowKey={(device) => device.id}
      rows={sorted}
      skeletonRows={2}
    />
  )
}

function useColumns(openId: string | undefined): readonly Column<Device>[] {
  const { t } = useText()
  const words = t.console.tablets
  return [
    {
      key: 'label',
      title: words.label,
      width: '32%',
      cell: (device) => (
        <LinkTo
          aria-current={device.id === openId ? 'true' : undefined}
          className={styles['label']}
          to={`/stores?tablet=${device.id}`}
        >
          {device.label}
        </LinkTo>
      ),
    },
    {
      key: 'state',
      title: words.state,
      width: '20%',
      cell: (device) => <TabletStateDot device={device} />,
    },
    {
      key: 'jobs',
      title: words.jobs,
      width: '18%',
      hideOnPhone: true,
      cell: (device) => device.jobs.map((job) => t.common.jobs[job]).join(', '),
    },
    {
      key: 'queue',
      title: words.queue,
      width: '15%',
      hideOnPhone: true,
      cell: (device) => <QueueText device={device} />,
    },
    {
      key: 'seen',
      title: words.last_seen,
      align: 'end',
      hideOnPhone: true,
      cell: (device) => <LastSeen device={device} />,
    },
  ]
}

export function TabletStateDot({ device }: { readonly device: Device }) {
  const { t } = useText()
  const state = tabletState(device, useNow(30_000))
  return (
    <StatusDot hollow={state !== 'paired'} tone={STATE_TONES[state]}>
      {t.console.tablets.status[state]}
    </StatusDot>
  )
}

function QueueText({ device }: { readonly device: Device }) {
  const { t, format } = useText()
  const clock = useClock()
  const { nothing_waiting, waiting_since } = t.console.tablets
  if (device.queue === null) return '–'
  const { pending, oldest_at } = device.queue
  if (pending === 0) return <span className={styles['muted']}>{nothing_waiting}</span>
  if (oldest_at === null) return format.number(pending)
  return waiting_since({ pending, since: clock(oldest_at) })
}

function LastSeen({ device }: { readonly device: Device }) {
  const { t } = useText()
  const moment = useMoment()
  return device.last_seen_at === null ? t.console.tablets.never : moment(device.last_seen_at)
}
