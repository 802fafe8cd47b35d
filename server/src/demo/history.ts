import {
  type EpochMs,
  HOUR,
  localDayOf,
  MINUTE,
  plus,
  SECOND,
  startOfDay,
} from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema'
import type { Deps } from '../deps'
import { currentSealingKey } from '../merchants/sealing-key'
import { createIngest } from '../sync/ingest/ingest'
import { type DemoMerchant, TIME_ZONE } from './cast'
import { addClashes, type Clashes } from './clashes'
import { clockEvents, type DemoEvent } from './clock-history'
import { type Counter, DemoTablet } from './demo-tablet'
import { demoPin, demoRandom } from './demo-secrets'
import type { Founded } from './found-merchant'
import { createPurchases, type Reward } from './purchases'
import { planShifts } from './shifts'
import { planRushes, type Rush } from './visits'

/** Lives the merchant's two weeks through: every operation passes the ingest, as a real one. */
export async function liveHistory(
  deps: Deps & { readonly db: Kysely<Database> },
  cast: DemoMerchant,
  founded: Founded,
  now: EpochMs,
): Promise<void> {
  const counter: Counter = {
    people: cast.staff.map((person, index) => ({
      id: founded.people[index] ?? '',
      pin: demoPin(deps.crypto, cast.key, person),
    })),
    card_tokens: founded.card_tokens.stamps,
    purchases: createPurchases(founded.card_tokens.points, await cakeOf(deps.db, founded)),
    sealing_key: await currentSealingKey(deps.db, founded.merchant_id),
  }
  const ingest = createIngest(deps)
  const tablets = founded.tablets.map((sender) => new DemoTablet(sender, counter, ingest))
  const visits = deliveries(planHistory(deps, cast, founded, now), now)
  const events = visits.map(({ tablet, rushes, received_at }): DemoEvent => {
    return { received_at, run: async () => tablets[tablet]?.push(rushes, received_at) }
  })
  if (founded.entrance !== undefined) {
    const entrance = new DemoTablet(founded.entrance, counter, ingest)
    const random = demoRandom(deps.crypto, `shifts/${cast.key}`)
    const shifts = planShifts(now, cast.history_days - 1, founded.people.length, random)
    events.push(...clockEvents(deps, founded, entrance, shifts, now))
  }
  for (const { run } of events.toSorted((a, b) => a.received_at - b.received_at)) await run()
}

/** The cheapest that points are exchanged for. */
function cakeOf(db: Kysely<Database>, { merchant_id }: Founded): Promise<Reward | undefined> {
  return db
    .selectFrom('reward')
    .innerJoin('program', (join) =>
      join
        .onRef('program.merchant_id', '=', 'reward.merchant_id')
        .onRef('program.id', '=', 'reward.program_id'),
    )
    .select(['reward.id', 'reward.cost'])
    .where('reward.merchant_id', '=', merchant_id)
    .where('program.kind', '=', 'points')
    .orderBy('reward.cost')
    .executeTakeFirst()
}

function planHistory(deps: Deps, cast: DemoMerchant, founded: Founded, now: EpochMs): Clashes {
  const tablets = founded.tablets.length
  const rushes = planRushes({
    now,
    days: cast.history_days,
    visits_a_day: cast.visits_a_day,
    tablets,
    people: founded.people.length,
    cards: founded.card_tokens.stamps.length,
    random: demoRandom(deps.crypto, cast.key),
  })
  return addClashes(rushes, tablets, now)
}

interface Delivery {
  readonly tablet: number
  readonly rushes: readonly Rush[]
  readonly received_at: EpochMs
}

/** A rush arrives as it ends; what was done offline arrives this morning. */
function deliveries({ online, offline }: Clashes, now: EpochMs): Delivery[] {
  const all = online.map((rush): Delivery => {
    const { at } = rush.visits.at(-1) ?? rush
    return { tablet: rush.tablet, rushes: [rush], received_at: plus(at, 2 * SECOND) }
  })
  if (offline !== undefined && offline.rushes.length > 0) {
    const morning = plus(startOfDay(localDayOf(now, TIME_ZONE), TIME_ZONE), 7.7 * HOUR)
    const received_at = morning < now ? morning : plus(now, -10 * MINUTE)
    all.push({ ...offline, received_at })
  }
  return all.toSorted((a, b) => a.received_at - b.received_at)
}
