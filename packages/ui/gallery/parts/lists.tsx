import { useState } from 'react'
import { Table, Tabs } from '../../src/console/index'
import { Button, EmptyState, Illustration, type IllustrationName } from '../../src/index'
import styles from '../gallery.module.css'
import { Section } from './section'

type TabId = 'empty' | 'loading'

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

export function Lists() {
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

export function Pictures() {
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
