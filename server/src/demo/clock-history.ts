import { type EpochMs, HOUR, type Id, MINUTE, plus, SECOND } from '@counterfoil/domain'
import { putAmendment } from '../clock/amend'
import { putRequest } from '../clock/request'
import { enterLane } from '../sync/lane'
import type { Deps } from '../deps'
import type { DemoTablet } from './demo-tablet'
import type { Founded } from './found-merchant'
import { FORGETFUL, LATE, type DemoShifts } from './shifts'

/** Something that reaches the server at a moment. */
export interface DemoEvent {
  readonly received_at: EpochMs
  readonly run: () => Promise<void>
}

/** Two weeks at the entrance: an open end with the request for it, and a merge to decide. */
export function clockEvents(
  deps: Deps,
  founded: Founded,
  entrance: DemoTablet,
  { punches, forgotten, late }: DemoShifts,
  now: EpochMs,
): DemoEvent[] {
  const { merchant_id, people } = founded
  const store_id = entrance.sender.store.id
  const caller = { merchant_id }
  const pushed = punches.map((punch): DemoEvent => {
    const received_at = plus(punch.at, 2 * SECOND)
    return { received_at, run: () => entrance.punch([punch], received_at) }
  })
  const morning = plus(late.at, 12 * HOUR)
  const typed_at = plus(late.at, 2 * HOUR)
  const asked_at = plus(forgotten, 20 * HOUR)
  const told_at = morning < now ? morning : plus(now, -5 * MINUTE)
  const events: DemoEvent[] = [
    ...pushed,
    {
      received_at: asked_at,
      run: () =>
        inLane(deps, merchant_id, (trx) => {
          const person = { staff_id: people[FORGETFUL] ?? '', store_id }
          const what = { punch: 'out', at: forgotten, note: 'I left in a hurry.' } as const
          const request = { id: deps.newId(), ...person, ...what, made_by: null }
          return putRequest(trx, { caller, now: asked_at }, request)
        }),
    },
    {
      received_at: typed_at,
      run: () =>
        inLane(deps, merchant_id, async (trx) => {
          const { account_id } = await trx
            .selectFrom('membership')
            .select('account_id')
            .where('merchant_id', '=', merchant_id)
            .where('role', '=', 'owner')
            .executeTakeFirstOrThrow()
          const adds = { action: 'out', at: plus(late.at, -7 * MINUTE), store_id } as const
          const reason = 'Told me on the phone; the tablet had no network.'
          const about = { id: deps.newId(), staff_id: people[LATE] ?? '', strikes: null }
          const amendment = { ...about, adds, reason, account_id }
          await putAmendment(trx, { deps, caller, now: typed_at }, amendment)
        }),
    },
    { received_at: told_at, run: () => entrance.punch([late], told_at) },
  ]
  return events.filter(({ received_at }) => received_at < now)
}

async function inLane(
  { db }: Deps,
  merchantId: Id,
  work: (trx: Parameters<typeof enterLane>[0]) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await enterLane(trx, merchantId)
    await work(trx)
  })
}
