import { type Id, type Job, JOBS } from '@counterfoil/domain'
import type { ChangeEntity } from '@counterfoil/protocol'
import type { StoreCaller } from '../http/caller'

/** Who pulls, and what of the feed is theirs. */
export interface Puller {
  readonly merchant_id: Id
  /** `null` for a signed-in user, who has no tablet's own things. */
  readonly device_id: Id | null
  readonly account_id: Id | null
  readonly incarnation: number
  /** What the replica was filled for; others need another one. */
  readonly jobs: string
  readonly entities: readonly (ChangeEntity | 'clock')[]
  /** Whose people's punches the puller is told of; `null`: nobody's. */
  readonly clock_store_id: Id | null
}

const EVERYONE: readonly ChangeEntity[] = ['settings', 'staff', 'device', 'verdict']
const BY_JOB: Readonly<Record<Job, readonly ChangeEntity[]>> = {
  loyalty: ['program', 'reward', 'card'],
  door: ['performance', 'ticket', 'issuer_key'],
  clock: [],
}

export function pullerOf(caller: StoreCaller): Puller {
  const { merchant_id } = caller
  const device = caller.type === 'device' ? caller : undefined
  const clock = device?.jobs.includes('clock') === true
  const jobs = JOBS.filter((job) => device === undefined || device.jobs.includes(job))
  return {
    merchant_id,
    device_id: device?.device_id ?? null,
    account_id: caller.type === 'user' ? caller.account_id : null,
    incarnation: device?.incarnation ?? 0,
    jobs: jobs.join(),
    entities: [
      ...EVERYONE,
      ...jobs.flatMap((job) => BY_JOB[job]),
      ...(clock ? (['clock'] as const) : []),
    ],
    clock_store_id: clock ? device.store.id : null,
  }
}
