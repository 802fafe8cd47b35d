import { createHash } from 'node:crypto'
import { epochMs, HOUR, MINUTE, plus, SECOND } from '@counterfoil/domain'
import { check } from './checks'
import { Dice } from './dice'
import { idAt } from './ids'
import { pairAgain, troubleTablet } from './mishaps'
import type { Nodes } from './nodes'
import { Schedule } from './schedule'
import { SimShop } from './shop'
import { SimTablet } from './tablet'
import { Witness } from './witness'

export interface SimResult {
  readonly seed: number
  readonly faults: readonly string[]
  /** What happened, line by line; the same seed gives the same lines. */
  readonly trace: readonly string[]
  readonly digest: string
  readonly operations: number
}

/** When simulated days begin: at noon, before midnight, before either change of the clocks. */
const STARTS = [
  '2026-11-20T11:00:00Z',
  '2026-11-20T22:56:00Z',
  '2026-03-29T00:56:00Z',
  '2026-10-24T21:56:00Z',
  '2026-10-25T00:56:00Z',
].map((text) => epochMs(Date.parse(text)))

const TABLETS = 8

/**
 * One shop with eight tablets, two servers and everything that goes wrong, for some hours of
 * virtual time; then all is well for 90 s, and everything must be as promised.
 */
export async function simulate(nodes: Nodes, seed: number): Promise<SimResult> {
  const dice = new Dice(seed)
  const schedule = new Schedule(dice.pick(STARTS))
  const witness = new Witness(schedule)
  const [chance, skew] = [dice.fork(), dice.between(-300, 300)]
  nodes.follow({
    now: (node) => plus(schedule.now, node * skew),
    newId: () => idAt(schedule.now, chance),
  })
  const shop = await SimShop.open(nodes.all[0], dice.fork())
  const tablets: SimTablet[] = []
  for (let n = 0; n < TABLETS; n += 1) {
    const parts = { name: `tablet ${n}`, schedule, dice: dice.fork(), nodes, witness, shop }
    const tablet = new SimTablet(parts)
    await tablet.paired(await shop.pair())
    tablets.push(tablet)
  }
  await trouble({ tablets, shop, schedule }, dice.between(10, 24) * SECOND)
  if (dice.chance(0.5)) {
    await night({ tablets, shop, schedule }, dice.between(10 * MINUTE, 14 * HOUR))
  }
  await trouble({ tablets, shop, schedule }, dice.between(8, 18) * SECOND)
  await heal({ tablets, shop, schedule }, dice)
  await check(shop, tablets, witness)
  return resultOf(seed, witness)
}

interface World {
  readonly tablets: readonly SimTablet[]
  readonly shop: SimShop
  readonly schedule: Schedule
}

async function trouble({ tablets, shop, schedule }: World, ms: number): Promise<void> {
  const until = plus(schedule.now, ms)
  for (const tablet of tablets) troubleTablet(tablet, shop, until)
  await schedule.pass(ms)
}

async function night({ tablets, schedule }: World, ms: number): Promise<void> {
  for (const tablet of tablets) {
    tablet.off = true
    tablet.kill()
  }
  await schedule.pass(ms)
  for (const tablet of tablets) {
    tablet.off = false
    tablet.boot()
  }
}

/** Every mishap is over: networks are fine, revoked tablets are paired, pages are open. */
async function heal({ tablets, shop, schedule }: World, dice: Dice): Promise<void> {
  // Whatever was set off before (a pairing to come, a page to be opened) comes to its end.
  await schedule.pass(16 * SECOND)
  for (const tablet of tablets) {
    tablet.line.weather = 'fine'
    if (tablet.identity?.state !== 'paired') await pairAgain(tablet, shop, dice)
    tablet.boot()
  }
  // I15: within 90 s the queues are empty. Then a hint, as the live stream gives it, and a pull.
  await passUntil(schedule, 90 * SECOND, () => tablets.every(isDrained))
  const drained = plus(schedule.now, SECOND)
  for (const tablet of tablets) tablet.page?.engine.hint()
  await passUntil(schedule, 60 * SECOND, () => tablets.every((one) => syncedAt(one) > drained))
  for (const tablet of tablets) tablet.kill()
}

async function passUntil(schedule: Schedule, most: number, done: () => boolean): Promise<void> {
  for (let left = most; left > 0 && !done(); left -= SECOND) await schedule.pass(SECOND)
}

function isDrained({ storage, page }: SimTablet): boolean {
  const rows = [...storage.disk.outbox.values()]
  return rows.every(({ state }) => state === 'answered') && page?.engine.offset() !== null
}

function syncedAt({ page }: SimTablet): number {
  return page?.engine.state().last_sync_at ?? 0
}

function resultOf(seed: number, { faults, trace, verdicts }: Witness): SimResult {
  const digest = createHash('sha256').update(trace.join('\n')).digest('hex').slice(0, 16)
  return { seed, faults, trace, digest, operations: verdicts.size }
}
