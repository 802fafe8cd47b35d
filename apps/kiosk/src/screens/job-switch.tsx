import type { Job } from '@counterfoil/domain'
import { VisuallyHidden } from '@counterfoil/ui'
import Clock from 'lucide-react/icons/clock'
import DoorOpen from 'lucide-react/icons/door-open'
import Stamp from 'lucide-react/icons/stamp'
import { useId } from 'react'
import { chooseJob, jobsInOrder } from '../app/jobs'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { useLive } from '../hooks/use-live'
import styles from './job-switch.module.css'

const ICONS = { loyalty: Stamp, door: DoorOpen, clock: Clock } satisfies Record<Job, unknown>

/** What this tablet does: one touch from one job to another, and it is remembered. */
export function JobSwitch({ jobs }: { readonly jobs: readonly Job[] }) {
  const { preferences } = useServices()
  const { t } = useText()
  const name = useId()
  const remembered = useLive(preferences)
  const current = chooseJob(jobs, remembered.job)
  return (
    <fieldset className={styles['group']}>
      <VisuallyHidden as="legend">{t.kiosk.home.job}</VisuallyHidden>
      {jobsInOrder(jobs).map((job) => {
        const Icon = ICONS[job]
        return (
          <label className={styles['choice']} key={job}>
            <input
              checked={job === current}
              className={styles['input']}
              name={name}
              onChange={() => preferences.set({ ...remembered, job })}
              type="radio"
              value={job}
            />
            <Icon aria-hidden className={styles['icon']} />
            <span>{t.common.jobs[job]}</span>
          </label>
        )
      })}
    </fieldset>
  )
}
