import ClockIcon from 'lucide-react/icons/clock'
import DoorOpen from 'lucide-react/icons/door-open'
import Download from 'lucide-react/icons/download'
import House from 'lucide-react/icons/house'
import Inbox from 'lucide-react/icons/inbox'
import ScrollText from 'lucide-react/icons/scroll-text'
import Settings from 'lucide-react/icons/settings'
import Stamp from 'lucide-react/icons/stamp'
import Tablet from 'lucide-react/icons/tablet'
import Users from 'lucide-react/icons/users'
import { useState } from 'react'
import {
  AppShell,
  BarChart,
  type Column,
  DescriptionList,
  FilterBar,
  FilterChip,
  KeyHint,
  MenuButton,
  PageHeader,
  SearchField,
  SideNav,
  SidePanel,
  Sparkline,
  SplitView,
  Stat,
  StatusDot,
  Table,
  Timeline,
} from '../src/console/index'
import { Avatar, Badge, Button, EmptyState, Logo } from '../src/index'
import styles from './gallery.module.css'
import { useText } from './text'

interface Entry {
  readonly n: number
  readonly text: string
  readonly place: string
  readonly at: string
  readonly state: 'ok' | 'warn' | 'danger'
}

const ENTRIES: readonly Entry[] = [
  {
    n: 4187,
    text: 'Anna stamped card ••71 at Counter 1',
    place: 'Counter 1',
    at: '14:05',
    state: 'ok',
  },
  {
    n: 4186,
    text: 'Anna stamped card ••18 at Counter 1',
    place: 'Counter 1',
    at: '14:03',
    state: 'ok',
  },
  {
    n: 4185,
    text: 'Marc redeemed a reward on card ••40 at Counter 2',
    place: 'Counter 2',
    at: '13:58',
    state: 'ok',
  },
  {
    n: 4184,
    text: 'Marc stamped card ••40 at Counter 2',
    place: 'Counter 2',
    at: '13:58',
    state: 'warn',
  },
  {
    n: 4183,
    text: 'Someone signed on at Counter 1',
    place: 'Counter 1',
    at: '13:51',
    state: 'danger',
  },
  {
    n: 4182,
    text: 'Léa stamped card ••09 at Counter 1',
    place: 'Counter 1',
    at: '13:47',
    state: 'ok',
  },
  { n: 4181, text: 'Léa undid Stamp at Counter 1', place: 'Counter 1', at: '13:46', state: 'ok' },
]

const STATES = {
  ok: <StatusDot tone="ok">Accepted</StatusDot>,
  warn: <StatusDot tone="warn">Arrived later</StatusDot>,
  danger: (
    <StatusDot hollow tone="danger">
      Wrong PIN
    </StatusDot>
  ),
}

const COLUMNS: readonly Column<Entry>[] = [
  { key: 'text', title: 'What happened', cell: (entry) => entry.text },
  { key: 'state', title: 'State', cell: (entry) => STATES[entry.state], hideOnPhone: true },
  { key: 'place', title: 'Tablet', nowrap: true, cell: (entry) => entry.place, hideOnPhone: true },
  { key: 'at', title: 'Time', cell: (entry) => entry.at, align: 'end' },
  { key: 'n', title: 'Entry', cell: (entry) => entry.n, align: 'end', hideOnPhone: true },
]

const NAV = [
  {
    items: [
      { href: '#today', label: 'Today', icon: <House aria-hidden />, current: true },
      { href: '#ledger', label: 'Ledger', icon: <ScrollText aria-hidden /> },
      {
        href: '#reviews',
        label: 'Reviews',
        icon: <Inbox aria-hidden />,
        waiting: 3,
        waitingLabel: 'waiting for a decision',
      },
    ],
  },
  {
    title: 'Jobs',
    items: [
      { href: '#counter', label: 'Counter', icon: <Stamp aria-hidden /> },
      { href: '#door', label: 'Door', icon: <DoorOpen aria-hidden /> },
      { href: '#clock', label: 'Clock', icon: <ClockIcon aria-hidden /> },
    ],
  },
  {
    title: 'Harbour Coffee',
    items: [
      {
        href: '#stores',
        label: 'Stores & tablets',
        icon: <Tablet aria-hidden />,
        waiting: 1,
        waitingLabel: 'tablet is quiet',
        tone: 'warn' as const,
      },
      { href: '#people', label: 'People', icon: <Users aria-hidden /> },
      { href: '#settings', label: 'Settings', icon: <Settings aria-hidden /> },
    ],
  },
]

const WEEK = [
  { label: 'Sat', value: 148 },
  { label: 'Sun', value: 96 },
  { label: 'Mon', value: 61 },
  { label: 'Tue', value: 74 },
  { label: 'Wed', value: 82 },
  { label: 'Thu', value: 79 },
  { label: 'Fri', value: 112 },
]

export function ConsolePage() {
  const { t } = useText()
  return (
    <AppShell
      brand={<Logo />}
      foot={
        <div className={styles['who']}>
          <Avatar name="Nora Schmit" />
          <span className={styles['grow']}>Nora Schmit</span>
          <MenuButton
            items={[{ id: 'out', label: t.common.action.sign_out, onAction: () => undefined }]}
            size="small"
          />
        </div>
      }
      nav={<SideNav groups={NAV} label={t.common.menu} />}
    >
      <PageHeader
        actions={<Button icon={<Download aria-hidden />}>{t.common.action.export}</Button>}
        description="Friday 20 November. Complete up to 14:05; Entrance tablet last drained 11:32, 12 waiting."
        title="Today"
      />
      <Figures />
      <Ledger />
    </AppShell>
  )
}

function Figures() {
  return (
    <div className={styles['stats']}>
      <Stat
        change="+12 %"
        changeTone="ok"
        chart={<Sparkline label="Stamps by hour" values={[2, 5, 14, 22, 18, 9, 12, 21, 9]} />}
        hint="100 last Friday"
        label="Stamps"
        value="112"
      />
      <Stat
        chart={<Sparkline label="Rewards by hour" values={[0, 1, 0, 2, 1, 0, 1, 2, 1]} />}
        hint="8 last Friday"
        label="Rewards"
        value="8"
      />
      <Stat
        chart={<BarChart data={WEEK} label="Visits by day" values="highest" />}
        hint="the last seven days"
        label="Visits"
        value="652"
      />
    </div>
  )
}

function Ledger() {
  const [open, setOpen] = useState<Entry>()
  const [tablet, setTablet] = useState<string | undefined>('c1')
  const [person, setPerson] = useState<string>()
  return (
    <SplitView panel={open && <EntryPanel entry={open} onClose={() => setOpen(undefined)} />}>
      <FilterBar>
        <SearchField label="Search the ledger" />
        <FilterChip
          label="Tablet"
          onChange={setTablet}
          options={[
            { value: 'c1', label: 'Counter 1' },
            { value: 'c2', label: 'Counter 2' },
          ]}
          value={tablet}
        />
        <FilterChip
          label="Person"
          onChange={setPerson}
          options={[
            { value: 'anna', label: 'Anna' },
            { value: 'marc', label: 'Marc' },
          ]}
          value={person}
        />
      </FilterBar>
      <Table
        caption="Ledger entries"
        columns={COLUMNS}
        empty={<EmptyState title="Nothing yet" />}
        foot={
          <>
            <span>Complete up to 14:05</span>
            <span className={styles['line']}>
              <KeyHint keys={['j', 'k']} /> through the list
            </span>
          </>
        }
        onOpen={setOpen}
        openKey={open === undefined ? undefined : String(open.n)}
        rowKey={(entry) => String(entry.n)}
        rows={ENTRIES}
      />
    </SplitView>
  )
}

function EntryPanel({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  return (
    <SidePanel
      actions={
        <>
          <Button variant="primary">Accept after all</Button>
          <Button>Void</Button>
        </>
      }
      meta={`Entry ${entry.n} · Fri 20 Nov, ${entry.at}`}
      onClose={onClose}
      title={entry.text}
    >
      <DescriptionList
        items={[
          { term: 'State', value: STATES[entry.state] },
          { term: 'Shown', value: <Badge tone="ok">Accepted</Badge> },
          { term: 'Tablet', value: entry.place },
          { term: 'Hash', value: 'a91f…27d0' },
        ]}
      />
      <h3 style={{ margin: '1.5rem 0 0.75rem' }}>What happened</h3>
      <Timeline
        items={[
          { id: '1', title: 'Scanned at Counter 1', at: '13:58:02', tone: 'brand' },
          { id: '2', title: 'Shown: accepted', at: '13:58:02', tone: 'ok' },
          { id: '3', title: 'Arrived at the server', at: '14:01:40', tone: 'warn' },
          { id: '4', title: 'Decided: accepted, arrived later', at: '14:01:40', tone: 'ok' },
        ]}
      />
    </SidePanel>
  )
}
