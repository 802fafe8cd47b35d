import type { Job } from '@counterfoil/domain'

/** Which camera a tablet uses until somebody chooses one: people stand before an entrance clock. */
export function usualCamera(jobs: readonly Job[]): 'front' | 'rear' {
  return jobs.length === 1 && jobs[0] === 'clock' ? 'front' : 'rear'
}
