import { ENDPOINTS, type Show, type Venue } from '@counterfoil/protocol'
import { Badge, Button, Skeleton } from '@counterfoil/ui'
import { MenuButton } from '@counterfoil/ui/console'
import Plus from 'lucide-react/icons/plus'
import type { ReactNode } from 'react'
import { useShows, useUpdateShow, useUpdateVenue, useVenues } from '../../api/performances'
import { ErrorNotice } from '../../components/error-state'
import { Page } from '../../components/page'
import { useDialog } from '../../components/use-dialog'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import { cityOf } from '../performances/when'
import { Programme } from './programme'
import { ShowDialog } from './show-dialog'
import { VenueDialog } from './venue-dialog'
import styles from './venues.module.css'

/** What is played and where, as two short lists; and where guests find it. */
export function VenuesPage() {
  const { venues: words } = useText().t.console
  return (
    <Page lead={words.lead} title={words.title}>
      <div className={styles['page']}>
        <Programme />
        <Shows />
        <Venues />
      </div>
    </Page>
  )
}

function Shows() {
  const { venues: words } = useText().t.console
  const shows = useShows()
  const adding = useDialog()
  return (
    <Section
      add={words.show.add}
      empty={words.show.empty}
      error={shows.error}
      isEmpty={shows.data?.length === 0}
      isLoading={shows.isPending}
      may={useMay()(ENDPOINTS.createShow)}
      onAdd={adding.open}
      title={words.shows}
    >
      {sorted(shows.data, ({ title }) => title).map((show) => (
        <ShowRow key={show.id} show={show} />
      ))}
      {adding.isOpen && <ShowDialog onClose={adding.close} />}
    </Section>
  )
}

function ShowRow({ show }: { readonly show: Show }) {
  const { venues: words } = useText().t.console
  const may = useMay()
  const editing = useDialog()
  const update = useUpdateShow()
  const { id, active, performances } = show
  return (
    <Row
      error={update.error}
      facts={[words.performances({ performances })]}
      isAway={!active}
      may={may(ENDPOINTS.updateShow)}
      name={show.title}
      onEdit={editing.open}
      onTurn={() => update.mutate({ params: { id }, body: { active: !active } })}
      text={show.description}
    >
      {editing.isOpen && <ShowDialog onClose={editing.close} show={show} />}
    </Row>
  )
}

function Venues() {
  const { venues: words } = useText().t.console
  const venues = useVenues()
  const adding = useDialog()
  return (
    <Section
      add={words.venue.add}
      empty={words.venue.empty}
      error={venues.error}
      isEmpty={venues.data?.length === 0}
      isLoading={venues.isPending}
      may={useMay()(ENDPOINTS.createVenue)}
      onAdd={adding.open}
      title={words.venues}
    >
      {sorted(venues.data, ({ name }) => name).map((venue) => (
        <VenueRow key={venue.id} venue={venue} />
      ))}
      {adding.isOpen && <VenueDialog onClose={adding.close} />}
    </Section>
  )
}

function VenueRow({ venue }: { readonly venue: Venue }) {
  const { t, format } = useText()
  const words = t.console.venues
  const may = useMay()
  const editing = useDialog()
  const update = useUpdateVenue()
  const { id, active, performances, capacity, time_zone } = venue
  return (
    <Row
      error={update.error}
      facts={[
        words.capacity({ people: format.number(capacity) }),
        cityOf(time_zone),
        words.performances({ performances }),
      ]}
      isAway={!active}
      may={may(ENDPOINTS.updateVenue)}
      name={venue.name}
      onEdit={editing.open}
      onTurn={() => update.mutate({ params: { id }, body: { active: !active } })}
      text={venue.address}
    >
      {editing.isOpen && <VenueDialog onClose={editing.close} venue={venue} />}
    </Row>
  )
}

interface SectionProps {
  readonly title: string
  readonly add: string
  readonly empty: string
  readonly may: boolean
  readonly isEmpty: boolean
  readonly isLoading: boolean
  readonly error: unknown
  readonly onAdd: () => void
  readonly children: ReactNode
}

function Section(props: SectionProps) {
  const { title, add, empty, may, isEmpty, isLoading, error, onAdd, children } = props
  return (
    <section className={styles['section']}>
      <div className={styles['head']}>
        <h2>{title}</h2>
        {may && (
          <Button icon={<Plus aria-hidden />} onClick={onAdd} size="small">
            {add}
          </Button>
        )}
      </div>
      <ErrorNotice error={error} />
      {isLoading && <Skeleton lines={3} />}
      {isEmpty && <p className={styles['muted']}>{empty}</p>}
      <ul className={styles['list']}>{children}</ul>
    </section>
  )
}

interface RowProps {
  readonly name: string
  readonly text: string
  readonly facts: readonly string[]
  readonly isAway: boolean
  readonly may: boolean
  readonly error: unknown
  readonly onEdit: () => void
  readonly onTurn: () => void
  readonly children: ReactNode
}

function Row({ name, text, facts, isAway, may, error, onEdit, onTurn, children }: RowProps) {
  const { t } = useText()
  const words = t.console.venues
  return (
    <li className={styles['row']}>
      <div className={styles['words']}>
        <p className={styles['name']}>
          <bdi>{name}</bdi> {isAway && <Badge>{words.away}</Badge>}
        </p>
        {text !== '' && <p className={styles['text']}>{text}</p>}
        <p className={styles['muted']}>{facts.join(' · ')}</p>
        <ErrorNotice error={error} />
      </div>
      {may && (
        <MenuButton
          items={[
            { id: 'edit', label: t.common.action.edit, onAction: onEdit },
            { id: 'turn', label: isAway ? words.take_out : words.put_away, onAction: onTurn },
          ]}
          label={`${t.common.action.more}: ${name}`}
          size="small"
        />
      )}
      {children}
    </li>
  )
}

function sorted<T extends { readonly active: boolean }>(
  all: readonly T[] | undefined,
  nameOf: (thing: T) => string,
): readonly T[] {
  return (all ?? []).toSorted(
    (a, b) => Number(b.active) - Number(a.active) || nameOf(a).localeCompare(nameOf(b)),
  )
}
