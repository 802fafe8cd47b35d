import { Checkbox, FormTextField, NumberField, Select } from '@counterfoil/ui/console'
import { useShows, useVenues } from '../../api/performances'
import { useText } from '../../text'
import { ZoneSelect } from '../stores/time-zone-field'
import type { FieldsProps } from './performance-values'
import styles from './performances.module.css'

const NONE = 'none'
const idOf = (value: string) => (value === NONE ? null : value)

/** What is played and where; a venue brings its zone and its capacity along. */
export function WhatFields({ draft, change }: FieldsProps) {
  const { editor: words } = useText().t.console.performances
  const shows = useShows()
  const venues = useVenues()
  const none = { value: NONE, label: words.none }
  const inUse = <T extends { id: string; active: boolean }>(
    all: readonly T[] | undefined,
    id: string | null,
  ) => (all ?? []).filter((each) => each.active || each.id === id)
  return (
    <>
      <FormTextField
        autoComplete="off"
        hint={words.name_hint}
        isRequired
        label={words.name}
        maxLength={120}
        name="title"
        onChange={(title) => change({ title })}
        value={draft.title}
      />
      <div className={styles['pair']}>
        <Select
          label={words.show}
          name="show_id"
          onChange={(value) => {
            const show = shows.data?.find(({ id }) => id === value)
            change({
              show_id: idOf(value),
              ...(show && draft.title === '' && { title: show.title }),
            })
          }}
          options={[
            none,
            ...inUse(shows.data, draft.show_id).map(({ id, title }) => ({
              value: id,
              label: title,
            })),
          ]}
          value={draft.show_id ?? NONE}
        />
        <Select
          label={words.venue}
          name="venue_id"
          onChange={(value) => {
            const venue = venues.data?.find(({ id }) => id === value)
            change({
              venue_id: idOf(value),
              ...(venue && { time_zone: venue.time_zone, capacity: venue.capacity }),
            })
          }}
          options={[
            none,
            ...inUse(venues.data, draft.venue_id).map(({ id, name }) => ({
              value: id,
              label: name,
            })),
          ]}
          value={draft.venue_id ?? NONE}
        />
      </div>
    </>
  )
}

export function WhenFields({ draft, change }: FieldsProps) {
  const { editor: words } = useText().t.console.performances
  return (
    <>
      <div className={styles['pair']}>
        <FormTextField
          isRequired
          label={words.day}
          name="day"
          onChange={(day) => change({ day })}
          type="date"
          value={draft.day}
        />
        <FormTextField
          isRequired
          label={words.starts}
          name="starts_at"
          onChange={(starts) => change({ starts })}
          type="time"
          value={draft.starts}
        />
        <FormTextField
          hint={words.opens_hint}
          label={words.opens}
          name="opens_at"
          onChange={(opens) => change({ opens })}
          type="time"
          value={draft.opens}
        />
      </div>
      {draft.venue_id === null && (
        <ZoneSelect
          hint={words.zone_hint}
          onChange={(time_zone) => change({ time_zone })}
          value={draft.time_zone}
        />
      )}
    </>
  )
}

export function DoorFields({ draft, change, booked }: FieldsProps & { readonly booked: number }) {
  const { editor: words } = useText().t.console.performances
  return (
    <>
      <NumberField
        hint={draft.capacity < booked ? words.fewer({ booked }) : words.capacity_hint}
        isRequired
        label={words.capacity}
        maxValue={1_000_000}
        minValue={0}
        name="capacity"
        onChange={(capacity) => change({ capacity })}
        value={draft.capacity}
      />
      <Checkbox
        hint={words.reentry_hint}
        isSelected={draft.reentry}
        onChange={(reentry) => change({ reentry })}
      >
        {words.reentry}
      </Checkbox>
      <Checkbox
        hint={words.pin_hint}
        isSelected={draft.pin_required}
        onChange={(pin_required) => change({ pin_required })}
      >
        {words.pin}
      </Checkbox>
    </>
  )
}

/** What only matters once guests can book by themselves. */
export function BookingFields({ draft, change }: FieldsProps) {
  const { editor: words } = useText().t.console.performances
  return (
    <>
      <Checkbox
        hint={words.listed_hint}
        isSelected={draft.listed}
        onChange={(listed) => change({ listed })}
      >
        {words.listed}
      </Checkbox>
      {draft.listed && (
        <>
          <NumberField
            isRequired
            label={words.max_party}
            maxValue={1000}
            minValue={1}
            name="max_party"
            onChange={(max_party) => change({ max_party })}
            value={draft.max_party}
          />
          <div className={styles['pair']}>
            <FormTextField
              hint={words.booking_opens_hint}
              label={words.booking_opens}
              name="booking_opens_at"
              onChange={(booking_opens) => change({ booking_opens })}
              type="datetime-local"
              value={draft.booking_opens}
            />
            <FormTextField
              hint={words.booking_closes_hint}
              label={words.booking_closes}
              name="booking_closes_at"
              onChange={(booking_closes) => change({ booking_closes })}
              type="datetime-local"
              value={draft.booking_closes}
            />
          </div>
        </>
      )}
    </>
  )
}
