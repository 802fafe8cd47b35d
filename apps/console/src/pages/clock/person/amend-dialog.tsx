import {
  epochMs,
  formatInstant,
  instantAt,
  instantMs,
  localDayOf,
  localTimeOf,
  PUNCH_ACTIONS,
  type PunchAction,
} from '@counterfoil/domain'
import type { Punch } from '@counterfoil/protocol'
import { Select } from '@counterfoil/ui/console'
import { useState } from 'react'
import { ReasonField } from '../../../components/reason-field'
import { useCreateAmendment } from '../../../api/clock'
import { useStores } from '../../../api/stores'
import { FormDialog } from '../../../components/form-dialog'
import { textOf } from '../../../components/form-data'
import { useDone } from '../../../components/use-done'
import { useStoreFormat } from '../../../components/use-moment'
import { useNow } from '../../../components/use-now'
import { useText } from '../../../text'
import { MomentFields } from '../moment-fields'
import { useAmendWords } from './use-amend-words'

export type Amending =
  | { readonly deed: 'add' }
  | { readonly deed: 'change' | 'remove'; readonly punch: Punch }

export interface AmendDialogProps {
  readonly person: { readonly id: string; readonly name: string }
  readonly what: Amending
  readonly onClose: () => void
}

/** Puts a time right: adds one, moves one, or says that one does not count; always with a reason. */
export function AmendDialog({ person, what, onClose }: AmendDialogProps) {
  const { amendments: words } = useText().t.console
  const create = useCreateAmendment()
  const done = useDone(onClose)
  const zones = useStores().data ?? []
  const punch = what.deed === 'add' ? undefined : what.punch
  const now = useNow(undefined)
  const [action, setAction] = useState<PunchAction>(punch?.punch ?? 'out')
  const [chosen, setStore] = useState(punch?.store_id)
  const store = zones.find(({ id }) => id === chosen) ?? zones[0]
  const zone = store?.time_zone ?? 'UTC'
  const start = punch === undefined ? epochMs(now) : instantMs(punch.at)
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const title = useTitle(person, what)
  const fieldWords = useAmendWords(create.error)
  const submit = (data: FormData) => {
    const at = instantAt(textOf(data, 'day'), textOf(data, 'adds'), zone)
    if (what.deed !== 'remove' && (at === undefined || store === undefined)) {
      setWrong({ adds: words.no_moment })
      return
    }
    setWrong({})
    const adds =
      what.deed === 'remove' || at === undefined || store === undefined
        ? {}
        : { adds: { punch: action, at: formatInstant(at), store_id: store.id } }
    const strikes = punch === undefined ? {} : { strikes: punch.op_id }
    const reason = textOf(data, 'reason').trim()
    create.mutate({ body: { staff_id: person.id, reason, ...strikes, ...adds } }, done(title.done))
  }
  return (
    <FormDialog
      danger={what.deed === 'remove'}
      localErrors={wrong}
      onClose={onClose}
      onSubmit={submit}
      open
      submitLabel={words[what.deed]}
      title={title.title}
      words={fieldWords}
      write={create}
    >
      {what.deed === 'remove' ? (
        <p>{words.remove_text}</p>
      ) : (
        <>
          <Select
            label={words.what}
            onChange={setAction}
            options={PUNCH_ACTIONS.map((value) => ({ value, label: words.actions[value] }))}
            value={action}
          />
          {zones.length > 1 && (
            <Select
              label={words.store}
              onChange={setStore}
              options={zones.map(({ id, name }) => ({ value: id, label: name }))}
              value={store?.id ?? null}
            />
          )}
          <MomentFields
            day={localDayOf(start, zone)}
            time={localTimeOf(start, zone)}
            timeName="adds"
          />
        </>
      )}
      <ReasonField maxLength={500} words={words} />
    </FormDialog>
  )
}

function useTitle(person: { readonly name: string }, what: Amending) {
  const { amendments: words } = useText().t.console
  const formatAt = useStoreFormat()
  if (what.deed === 'add')
    return { title: words.add_title({ person: person.name }), done: words.added }
  const { punch, at, store_id } = what.punch
  const about = { what: words.actions[punch], when: formatAt(store_id).dateTime(at) }
  return what.deed === 'change'
    ? { title: words.change_title(about), done: words.changed }
    : { title: words.remove_title(about), done: words.removed }
}
