import type { Job } from '@counterfoil/domain'

/** In the order in which the switch shows them. */
const JOBS: readonly Job[] = ['loyalty', 'door', 'clock']

/** The tablet's jobs as the switch shows them, each once. */
export function jobsInOrder(jobs: readonly Job[]): readonly Job[] {
  return JOBS.filter((job) => jobs.includes(job))
}

/**
 * The job to show: the one wanted if the tablet has it, else its first.
 *
 * @param wanted the one asked for or used last
 * @returns `null` when the tablet has none
 */
export function chooseJob(jobs: readonly Job[], wanted: Job | null): Job | null {
  if (wanted !== null && jobs.includes(wanted)) return wanted
  return jobsInOrder(jobs)[0] ?? null
}

/** What a shortcut's address asks for: `?job=door`. */
export function jobOfAddress(search: string): Job | null {
  return readJob(new URLSearchParams(search).get('job'))
}

/** One of the jobs, or `null` for anything else. */
export function readJob(value: unknown): Job | null {
  return JOBS.find((job) => job === value) ?? null
}
