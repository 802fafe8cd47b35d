import type { Period } from '@counterfoil/protocol'
import { FormTextArea } from '@counterfoil/ui/console'
import { useMemo } from 'react'
import { useReopenPeriod } from '../../../api/clock'
import { FormDialog } from '../../../components/form-dialog'
import { textOf } from '../../../components/form-data'
import { useDone } from '../../../components/use-done'
import { useText } from '../../../text'
import { usePeriodDays } from './use-period-days'

/** Opens a closed period again, which needs a reason and stays on record. */
export function ReopenDialog({ period, onClose }: { period: Period; onClose: () => void }) {
  const words = useText().t.console.periods
  const reopen = useReopenPeriod()
  const done = useDone(onClose)
  const days = usePeriodDays()(period)
  const fieldWords = useMemo(
    () => ({ conflict: { field: 'reason', text: words.reopen_taken } }),
    [words],
  )
  return (
    <FormDialog
      danger
      onClose={onClose}
      onSubmit={(data) =>
        reopen.mutate(
          { params: { id: period.id }, body: { reason: textOf(data, 'reason').trim() } },
          done(words.reopened),
        )
      }
      open
      submitLabel={words.reopen}
      title={words.reopen_title({ days, place: period.store_name })}
      words={fieldWords}
      write={reopen}
    >
      <p>{words.reopen_text}</p>
      <FormTextArea isRequired label={words.reopen_reason} maxLength={500} name="reason" rows={2} />
    </FormDialog>
  )
}
