import type { Venue } from '@counterfoil/protocol'
import { FormTextField, NumberField } from '@counterfoil/ui/console'
import { useState } from 'react'
import { useCreateVenue, useUpdateVenue } from '../../api/performances'
import { textOf } from '../../components/form-data'
import { ThingDialog } from '../../components/thing-dialog'
import { useDone } from '../../components/use-done'
import { useZone } from '../../session/zone'
import { useText } from '../../text'
import { TimeZoneField } from '../stores/time-zone-field'

interface VenueDialogProps {
  readonly venue?: Venue
  readonly onClose: () => void
}

/** Adds a venue, or changes the given one; performances there keep what they have. */
export function VenueDialog({ venue, onClose }: VenueDialogProps) {
  const { t } = useText()
  const words = t.console.venues
  const create = useCreateVenue()
  const update = useUpdateVenue()
  const done = useDone(onClose)
  const { timeZone } = useZone()
  const [capacity, setCapacity] = useState(venue?.capacity ?? 100)
  function submit(data: FormData) {
    const body = {
      name: textOf(data, 'name').trim(),
      address: textOf(data, 'address').trim(),
      time_zone: textOf(data, 'time_zone'),
      capacity,
    }
    if (venue === undefined) create.mutate({ body }, done(words.saved))
    else update.mutate({ params: { id: venue.id }, body }, done(words.saved))
  }
  return (
    <ThingDialog
      create={create}
      onClose={onClose}
      onSubmit={submit}
      texts={words.venue}
      thing={venue}
      update={update}
    >
      <FormTextField
        autoComplete="off"
        defaultValue={venue?.address ?? ''}
        label={words.venue.address}
        maxLength={1000}
        name="address"
        note={t.common.form.optional}
      />
      <NumberField
        hint={words.venue.capacity_hint}
        isRequired
        label={words.venue.capacity}
        maxValue={1_000_000}
        minValue={0}
        name="capacity"
        onChange={setCapacity}
        value={capacity}
      />
      <TimeZoneField value={venue?.time_zone ?? timeZone} />
    </ThingDialog>
  )
}
