import type { Device } from '@counterfoil/protocol'
import { FormTextField, useToast } from '@counterfoil/ui/console'
import { useMemo, useState } from 'react'
import { useUpdateDevice } from '../../api/devices'
import { textOf } from '../../components/form-data'
import { FormDialog } from '../../components/form-dialog'
import { useText } from '../../text'
import { type Job, JobChoice } from './job-choice'

export function EditTabletDialog({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useText()
  const words = t.console.tablets
  const update = useUpdateDevice()
  const toast = useToast()
  const [jobs, setJobs] = useState<readonly Job[]>(device.jobs)
  const localErrors = useMemo(
    () => (jobs.length === 0 ? { jobs: words.jobs_needed } : undefined),
    [jobs, words],
  )
  function submit(data: FormData) {
    if (jobs.length === 0) return
    const body = { label: textOf(data, 'label').trim(), jobs: [...jobs] }
    update.mutate(
      { params: { id: device.id }, body },
      {
        onSuccess: () => {
          toast({ title: words.saved })
          onClose()
        },
      },
    )
  }
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={submit}
      open
      submitLabel={t.common.action.save}
      title={words.edit_title({ label: device.label })}
      write={update}
      {...(localErrors && { localErrors })}
    >
      <FormTextField
        autoComplete="off"
        defaultValue={device.label}
        hint={words.label_hint}
        isRequired
        label={words.label}
        maxLength={60}
        name="label"
      />
      <JobChoice onChange={setJobs} value={jobs} />
    </FormDialog>
  )
}
