import { Notice } from '@counterfoil/ui'
import { Select } from '@counterfoil/ui/console'
import { useMemo, useState } from 'react'
import { useUpdateGuest } from '../../../api/guests'
import { usePerformances } from '../../../api/performances'
import { FormDialog } from '../../../components/form-dialog'
import { useDone } from '../../../components/use-done'
import { useNow } from '../../../components/use-now'
import { useText } from '../../../text'
import { isPast, useWhen } from '../when'
import type { GuestDialogProps } from './guest-dialog-props'

/** Takes a booking to another performance that is still to come. */
export function MoveDialog({ guest, onClose }: GuestDialogProps) {
  const { guests } = useText().t.console
  const words = guests.move
  const all = usePerformances()
  const now = useNow(undefined)
  const when = useWhen()
  const update = useUpdateGuest()
  const done = useDone(onClose)
  const [chosen, setChosen] = useState<string | null>(null)
  const conflict = useMemo(
    () => ({ conflict: { field: 'performance_id', text: words.full } }),
    [words],
  )
  const others = (all.data ?? [])
    .filter((each) => each.active && each.id !== guest.performance_id && !isPast(each, now))
    .toSorted((a, b) => a.starts_at.localeCompare(b.starts_at))
  const target = chosen ?? others[0]?.id ?? null
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={() => {
        if (target === null) return
        update.mutate(
          { params: { id: guest.id }, body: { performance_id: target } },
          done(words.done(guest)),
        )
      }}
      open
      submitLabel={words.open}
      title={words.title(guest)}
      words={conflict}
      write={update}
    >
      <p>{words.text}</p>
      {all.data && others.length === 0 ? (
        <Notice tone="info">{words.none}</Notice>
      ) : (
        <Select
          label={words.to}
          name="performance_id"
          onChange={setChosen}
          options={others.map((each) => ({
            value: each.id,
            label: `${each.title}, ${when(each)}`,
          }))}
          value={target}
        />
      )}
    </FormDialog>
  )
}
