import {
  DEFAULT_SETTINGS,
  type EpochMs,
  HOUR,
  type Job,
  plus,
  signOnTtl,
} from '@counterfoil/domain'
import { getMeta } from '../db/database'
import type { SignedOn } from '../kiosk'
import { serverNow, type Tablet } from './tablet'

/** When a sign-on for a job stops carrying operations. */
export async function endOfSignOn({ db }: Tablet, job: Job, from: EpochMs): Promise<EpochMs> {
  const settings = (await getMeta(db, 'settings')) ?? DEFAULT_SETTINGS
  return (from + signOnTtl(settings, job)) as EpochMs
}

/** No job's sign-on may last longer; older ones need not be read. */
const LONGEST = 25 * HOUR

/** The latest sign-on for a job that still carries operations, or `null`. */
export async function currentSignOn(tablet: Tablet, job: Job): Promise<SignedOn | null> {
  const since = plus(serverNow(tablet), -LONGEST)
  const rows = await tablet.db.sign_ons.where('occurred_at').above(since).sortBy('occurred_at')
  const row = rows.findLast((one) => one.job === job && one.accepted)
  if (row === undefined || row.ended_at !== null) return null
  const [until, staff] = await Promise.all([
    endOfSignOn(tablet, job, row.occurred_at),
    tablet.db.staff.get(row.staff_id),
  ])
  if (serverNow(tablet) > until) return null
  return staff?.active === true
    ? { op_id: row.op_id, staff_id: row.staff_id, name: staff.name, until }
    : null
}
