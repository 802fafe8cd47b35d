import type { Job } from '@counterfoil/domain'
import Clock from 'lucide-react/icons/clock'
import DoorOpen from 'lucide-react/icons/door-open'
import Stamp from 'lucide-react/icons/stamp'
import { chooseJob, jobsInOrder } from '../app/jobs'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { useLive } from '../hooks/use-live'
import { Segments } from './segments'

const ICONS = { loyalty: Stamp, door: DoorOpen, clock: Clock } satisfies Record<Job, unknown>

/** What this tablet does: one touch from one job to another, and it is remembered. */
export function JobSwitch({ jobs }: { readonly jobs: readonly Job[] }) {
  const { preferences } = useServices()
  const { t } = useText()
  const remembered = useLive(preferences)
  const options = jobsInOrder(jobs).map((value) => ({
    value,
    label: t.common.jobs[value],
    Icon: ICONS[value],
  }))
  return (
    <Segments
      legend={t.kiosk.home.job}
      onChange={(job) => preferences.set({ ...remembered, job })}
      options={options}
      value={chooseJob(jobs, remembered.job)}
    />
  )
}
