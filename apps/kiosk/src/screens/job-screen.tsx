import { lazy, Suspense } from 'react'
import { chooseJob } from '../app/jobs'
import type { Paired } from '../app/choose-view'
import { useServices } from '../app/services-context'
import { usePart } from '../hooks/use-live'
import { Counter } from './counter'
import { NoScreen } from './no-screen'
import { Splash } from './splash'

const Door = lazy(async () => ({ default: (await import('./door/door')).Door }))
const Clock = lazy(async () => ({ default: (await import('./clock/clock')).Clock }))

/**
 * The job this tablet is at. Each is a screen of its own with a flow of its own; those that are not
 * the counter are loaded when they are shown, so that they cost the counter's start nothing.
 */
export function JobScreen({ pairing }: { readonly pairing: Paired }) {
  const wanted = usePart(useServices().preferences, ({ job }) => job)
  const job = chooseJob(pairing.jobs, wanted)
  switch (job) {
    case 'loyalty':
      return <Counter pairing={pairing} />
    case 'door':
      return (
        <Suspense fallback={<Splash />}>
          <Door pairing={pairing} />
        </Suspense>
      )
    case 'clock':
      return (
        <Suspense fallback={<Splash />}>
          <Clock key={pairing.device_id} pairing={pairing} />
        </Suspense>
      )
    case null:
      return <NoScreen job={job} pairing={pairing} />
  }
}
