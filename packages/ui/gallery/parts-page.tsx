import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import type { ReactNode } from 'react'
import { useState } from 'react'
import {
  Checkbox,
  CheckboxGroup,
  ConfirmDialog,
  CopyButton,
  Countdown,
  Form,
  FormTextArea,
  FormTextField,
  KeyHint,
  MenuButton,
  Modal,
  NumberField,
  RadioGroup,
  Select,
  StatusDot,
  Switch,
  Table,
  Tabs,
  Tooltip,
  useToast,
} from '../src/console/index'
import {
  Avatar,
  Badge,
  Button,
  EmptyState,
  IconButton,
  Illustration,
  type IllustrationName,
  LanguagePicker,
  LinkButton,
  Logo,
  Notice,
  Perforation,
  Skeleton,
  StampRow,
  TicketCard,
} from '../src/index'
import styles from './gallery.module.css'
import { useText } from './text'

export function PartsPage() {
  const { language, setLanguage } = useText()
  return (
    <main className={styles['page']}>
      <div className={styles['between']}>
        <h1>
          <Logo />
        </h1>
        <LanguagePicker compact onChange={setLanguage} value={language} />
      </div>
      <Buttons />
      <States />
      <Paper />
      <Fields />
      <Overlays />
      <Lists />
      <Pictures />
    </main>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['section']}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Buttons() {
  return (
    <Section title="Buttons">
      <div className={styles['line']}>
        <Button icon={<Plus aria-hidden />} variant="primary">
          Pair a tablet
        </Button>
        <Button>Export</Button>
        <Button variant="quiet">Cancel</Button>
        <Button variant="danger">Revoke tablet</Button>
        <Button busy variant="primary">
          Saving
        </Button>
        <Button disabled>Not yet</Button>
        <LinkButton href="#ledger">Open the ledger</LinkButton>
        <Tooltip text="Edit the label">
          <Button icon={<Pencil aria-hidden />} variant="quiet">
            Relabel
          </Button>
        </Tooltip>
        <IconButton icon={<Trash aria-hidden />} label="Delete" />
      </div>
      <div className={styles['line']}>
        <Button size="small" variant="primary">
          Accept
        </Button>
        <Button size="small">Void</Button>
        <Button size="large" variant="primary">
          Open the door
        </Button>
        <CopyButton onRefused={() => undefined} text="HARBOUR-1" />
        <MenuButton
          items={[
            {
              id: 'edit',
              label: 'Relabel',
              icon: <Pencil aria-hidden />,
              onAction: () => undefined,
            },
            {
              id: 'revoke',
              label: 'Revoke',
              icon: <Trash aria-hidden />,
              danger: true,
              onAction: () => undefined,
            },
          ]}
          variant="secondary"
        />
        <span>
          Dies in <Countdown until={Date.parse('2099-01-01')} />
        </span>
        <KeyHint keys={['j', 'k']} />
      </div>
    </Section>
  )
}

function States() {
  return (
    <Section title="States">
      <div className={styles['line']}>
        <Badge>Waiting</Badge>
        <Badge tone="brand">New</Badge>
        <Badge tone="ok">Accepted</Badge>
        <Badge tone="warn">Arrived later</Badge>
        <Badge tone="danger">Refused</Badge>
        <Badge tone="info">Demo</Badge>
        <StatusDot tone="ok">Online</StatusDot>
        <StatusDot tone="warn">Quiet since 11:32</StatusDot>
        <StatusDot hollow tone="neutral">
          Not paired
        </StatusDot>
        <Avatar name="Anna Weber" />
        <Avatar name="Marc" />
        <Avatar name="Léa Thill" />
        <Avatar name="Jos" />
      </div>
      <Notice tone="info" title="Demo data">
        Everything here is made up. Try what you like.
      </Notice>
      <Notice tone="ok" title="Everything is in">
        Counter 1 has sent all it had, up to 14:05.
      </Notice>
      <Notice
        action={<Button size="small">See what waits</Button>}
        onDismiss={() => undefined}
        title="Entrance tablet is quiet"
        tone="warn"
      >
        Last heard at 11:32 with 12 operations waiting. They are saved on the tablet.
      </Notice>
      <Notice tone="danger" title="No connection">
        The server cannot be reached. Nothing is lost. Check the network and try again.
      </Notice>
    </Section>
  )
}

function Paper() {
  return (
    <Section title="Paper">
      <div className={styles['grid']}>
        <TicketCard
          className={styles['card'] ?? ''}
          stub={
            <div className={styles['between']}>
              <span className={styles['muted']}>Next stamp from 14:35</span>
              <span data-figures>4 of 10</span>
            </div>
          }
        >
          <p className={styles['muted']}>Harbour Coffee</p>
          <h3 style={{ marginBottom: '1rem' }}>The tenth coffee is ours</h3>
          <StampRow filled={4} fresh={1} total={10} />
        </TicketCard>
        <TicketCard className={styles['card'] ?? ''}>
          <p className={styles['muted']}>Door B · Fri 20 Nov, 20:00</p>
          <h3>Weber, party of 4</h3>
          <div style={{ margin: '1rem 0' }}>
            <Perforation />
          </div>
          <p>In since 20:12: 2 of 4</p>
        </TicketCard>
        <Skeleton lines={4} />
      </div>
    </Section>
  )
}

function Fields() {
  const [jobs, setJobs] = useState<('loyalty' | 'door' | 'clock')[]>(['loyalty'])
  const [store, setStore] = useState<'1' | '2' | null>('1')
  const [kind, setKind] = useState<'stamps' | 'points' | null>('stamps')
  const errors = useState([
    { pointer: '/label', message: 'Another tablet has this label already.' },
  ])[0]
  return (
    <Section title="Fields">
      <Form errors={errors} onSubmit={() => undefined}>
        <div className={styles['grid']}>
          <FormTextField
            defaultValue="Counter 1"
            hint="As staff call it."
            label="Label"
            name="label"
          />
          <Select
            label="Store"
            onChange={setStore}
            options={[
              { value: '1', label: 'Harbour 1', hint: 'Quai 3' },
              { value: '2', label: 'Harbour 2', hint: 'Station' },
            ]}
            value={store}
          />
          <NumberField defaultValue={15} hint="0 to 240" label="Cooldown" minValue={0} unit="min" />
          <FormTextArea label="Reason" name="reason" note="optional" rows={2} />
          <CheckboxGroup
            hint="What this tablet may be used for."
            label="Jobs"
            onChange={setJobs}
            options={[
              { value: 'loyalty', label: 'Counter', hint: 'Stamps, points and rewards' },
              { value: 'door', label: 'Door' },
              { value: 'clock', label: 'Clock' },
            ]}
            value={jobs}
          />
          <RadioGroup
            cards
            label="Kind of program"
            onChange={setKind}
            options={[
              {
                value: 'stamps',
                label: 'Stamps',
                hint: 'One for each visit; a full card is a reward.',
              },
              { value: 'points', label: 'Points', hint: 'From the amount; rewards cost points.' },
            ]}
            value={kind}
          />
          <div>
            <Switch defaultSelected hint="Staff type their PIN before each stamp.">
              Ask for the PIN
            </Switch>
            <Switch>Phone clock</Switch>
            <Checkbox defaultSelected>Remember this browser</Checkbox>
          </div>
        </div>
        <div className={styles['line']}>
          <Button type="submit" variant="primary">
            Save
          </Button>
          <Button variant="quiet">Cancel</Button>
        </div>
      </Form>
    </Section>
  )
}

function Overlays() {
  const toast = useToast()
  const [open, setOpen] = useState<'modal' | 'confirm'>()
  const close = () => setOpen(undefined)
  return (
    <Section title="Over the page">
      <div className={styles['line']}>
        <Button onClick={() => setOpen('modal')}>Open a modal</Button>
        <Button onClick={() => setOpen('confirm')}>Ask before a deed</Button>
        <Button
          onClick={() =>
            toast({ title: 'Tablet revoked', text: 'Its unsent operations are kept.' })
          }
        >
          Show a toast
        </Button>
      </div>
      <Modal
        actions={
          <Button onClick={close} variant="primary">
            Done
          </Button>
        }
        onClose={close}
        open={open === 'modal'}
        title="Pair Counter 1"
      >
        <p>Open Counterfoil on the tablet and let it film this code.</p>
        <Select
          label="Store"
          onChange={() => undefined}
          options={[{ value: '1', label: 'Harbour 1' }]}
          value="1"
        />
      </Modal>
      <ConfirmDialog
        confirmLabel="Revoke tablet"
        onClose={close}
        onConfirm={close}
        open={open === 'confirm'}
        title="Revoke Counter 1?"
        tone="danger"
      >
        <p>People’s data leaves this tablet at its next contact. What it has not sent is kept.</p>
      </ConfirmDialog>
    </Section>
  )
}

type TabId = 'empty' | 'loading'

function Lists() {
  const [tab, setTab] = useState<TabId>('empty')
  const columns = [
    { key: 'a', title: 'Tablet', cell: (row: string) => row },
    { key: 'b', title: 'Last seen', cell: (row: string) => row },
    { key: 'c', title: 'Waiting', cell: (row: string) => row, align: 'end' as const },
  ]
  const table = (rows: readonly string[] | undefined) => (
    <Table
      caption="Tablets"
      columns={columns}
      empty={
        <EmptyState
          action={<Button variant="primary">Pair a tablet</Button>}
          illustration="pairing"
          title="No tablets yet"
        >
          Any Android tablet will do. Pair it by filming a code, and it works from then on, with or
          without a network.
        </EmptyState>
      }
      rowKey={(row) => row}
      rows={rows}
      skeletonRows={3}
    />
  )
  return (
    <Section title="Lists">
      <Tabs
        label="Lists"
        onSelect={setTab}
        selected={tab}
        tabs={[
          { id: 'empty', label: 'Empty', count: 0, content: table([]) },
          { id: 'loading', label: 'Loading', content: table(undefined) },
        ]}
      />
    </Section>
  )
}

const NAMES: readonly IllustrationName[] = [
  'empty',
  'camera',
  'storage',
  'clock',
  'revoked',
  'update',
  'offline',
  'pairing',
]

function Pictures() {
  return (
    <Section title="Pictures">
      <div className={styles['line']}>
        {NAMES.map((name) => (
          <figure key={name}>
            <Illustration name={name} />
            <figcaption className={styles['muted']}>{name}</figcaption>
          </figure>
        ))}
      </div>
    </Section>
  )
}
