import type { Store } from '@counterfoil/protocol'
import { FormTextField, Select } from '@counterfoil/ui/console'
import { useMemo, useState } from 'react'
import { useCreateDevice } from '../../api/devices'
import { useStores } from '../../api/stores'
import { textOf } from '../../components/form-data'
import { FormDialog } from '../../components/form-dialog'
import { useText } from '../../text'
import { type Job, JobChoice } from './job-choice'
import { PairingDialog } from './pairing-dialog'

/** Label, store and jobs first; then the code that one tablet may scan. */
export function PrepareDialog({ store, onClose }: { store: Store; onClose: () => void }) {
  const { t } = useText()
  const words = t.console.tablets
  const create = useCreateDevice()
  const stores = useStores()
  const [jobs, setJobs] = useState<readonly Job[]>(['loyalty'])
  const [storeId, setStoreId] = useState(store.id)
  const [tried, setTried] = useState(false)
  const localErrors = useMemo(
    () => (tried && jobs.length === 0 ? { jobs: words.jobs_needed } : undefined),
    [tried, jobs, words],
  )
  if (create.data !== undefined) return <PairingDialog first={create.data} onClose={onClose} />
  const open = stores.data?.filter((each) => each.active) ?? [store]
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={(data) => {
        setTried(true)
        const label = textOf(data, 'label').trim()
        if (jobs.length > 0) {
          create.mutate({ body: { store_id: storeId, label, jobs: [...jobs] } })
        }
      }}
      open
      submitLabel={words.create}
      title={words.prepare}
      write={create}
      {...(localErrors && { localErrors })}
    >
      <FormTextField
        autoComplete="off"
        hint={words.label_hint}
        isRequired
        label={words.label}
        maxLength={60}
        name="label"
      />
      <Select
        label={words.store}
        onChange={setStoreId}
        options={open.map((each) => ({ value: each.id, label: each.name }))}
        value={storeId}
      />
      <JobChoice onChange={setJobs} value={jobs} />
    </FormDialog>
  )
}
