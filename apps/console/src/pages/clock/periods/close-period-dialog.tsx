import { epochMs, localDayOf } from '@counterfoil/domain'
import { ProblemAnswer } from '@counterfoil/protocol'
import { FormTextArea, FormTextField, Select } from '@counterfoil/ui/console'
import { useMemo, useState } from 'react'
import { useClosePeriod } from '../../../api/clock'
import { useStores } from '../../../api/stores'
import { FormDialog } from '../../../components/form-dialog'
import { textOf } from '../../../components/form-data'
import { useDone } from '../../../components/use-done'
import { useNow } from '../../../components/use-now'
import { useText } from '../../../text'
import styles from '../clock.module.css'
import { rangeOf, shiftRange } from '../ranges'
import { laggingOf } from './lagging-of'
import { LaggingTablets } from './lagging-tablets'

/**
 * Freezes days of a store. Where tablets have not told all, it can be tried again as it is, for they
 * may have by then; or each is named, to do without it.
 */
export function ClosePeriodDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText()
  const words = t.console.periods
  const close = useClosePeriod()
  const done = useDone(onClose)
  const stores = useStores().data ?? []
  const [chosen, setStore] = useState<string>()
  const store = stores.find(({ id }) => id === chosen) ?? stores[0]
  const today = localDayOf(epochMs(useNow(undefined)), store?.time_zone ?? 'UTC')
  const before = rangeOf('month', shiftRange('month', today, -1))
  const lagging = laggingOf(close.error)
  const [without, setWithout] = useState(false)
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const fieldWords = useConflictWords(close.error)
  const submit = (data: FormData) => {
    if (store === undefined) return
    const typed = (id: string) => textOf(data, `name.${id}`).trim()
    const named = lagging.filter(({ device_id }) => typed(device_id) !== '')
    const misnamed = named.filter(({ device_id, label }) => typed(device_id) !== label)
    setWrong(
      Object.fromEntries(misnamed.map(({ device_id }) => [`name.${device_id}`, words.not_name])),
    )
    if (misnamed.length > 0) return
    const body = {
      store_id: store.id,
      from_day: textOf(data, 'from_day'),
      to_day: textOf(data, 'to_day'),
      note: textOf(data, 'note').trim(),
      without: named.map(({ device_id }) => device_id),
    }
    setWithout(false)
    close.mutate({ body }, done(words.closed))
  }
  return (
    <FormDialog
      danger={without}
      localErrors={wrong}
      onClose={onClose}
      onSubmit={submit}
      open
      submitLabel={submitText(words, lagging.length > 0, without)}
      title={words.close_title}
      words={fieldWords}
      write={lagging.length > 0 ? { error: null, isPending: close.isPending } : close}
    >
      <p>{words.close_text}</p>
      {stores.length > 1 && (
        <Select
          label={t.console.hours.store}
          onChange={setStore}
          options={stores.map(({ id, name }) => ({ value: id, label: name }))}
          value={store?.id ?? null}
        />
      )}
      <div className={styles['pair']}>
        <FormTextField
          defaultValue={before.from}
          isRequired
          label={words.from_day}
          name="from_day"
          type="date"
        />
        <FormTextField
          defaultValue={before.to}
          isRequired
          label={words.to_day}
          name="to_day"
          type="date"
        />
      </div>
      <LaggingTablets lagging={lagging} onTyped={setWithout} />
      <FormTextArea
        isRequired={without}
        label={without ? words.why : words.note}
        maxLength={500}
        name="note"
        rows={2}
        {...(!without && { note: t.common.form.optional })}
      />
    </FormDialog>
  )
}

type PeriodWords = ReturnType<typeof useText>['t']['console']['periods']

function submitText(words: PeriodWords, waits: boolean, without: boolean): string {
  if (without) return words.submit_without
  return waits ? words.submit_again : words.submit
}

function useConflictWords(error: Error | null) {
  const words = useText().t.console.periods
  const closed = error instanceof ProblemAnswer && error.problem['reason'] === 'PERIOD_CLOSED'
  return useMemo(
    () => ({
      fields: { to_day: words.not_over },
      ...(closed && { conflict: { field: 'from_day', text: words.taken } }),
    }),
    [closed, words],
  )
}
