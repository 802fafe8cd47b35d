/** The product's own engine, and servers set back to a backup of an hour before. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { epochMs, HOUR, type Id, MINUTE, SECOND } from '@counterfoil/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { restoreBackup } from '../../server/src/backup/restore-backup'
import { writeBackup } from '../../server/src/backup/write-backup'
import { forMerchant } from '../../server/src/db/wall/merchant-scope'
import { migrateDatabase } from '../../server/src/db/migrate'
import { verifyLedger } from '../../server/src/ledger/verify/verify-ledger'
import { createTestDatabase, type TestDatabase } from '../../server/src/testing/test-database'
import { check } from './checks'
import { Dice } from './dice'
import { idAt } from './ids'
import { Nodes, SECRET } from './nodes'
import { Schedule } from './schedule'
import { SimShop } from './shop'
import { SimTablet } from './tablet'
import { Witness } from './witness'

let database: TestDatabase
let nodes: Nodes
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counterfoil-restored-'))
  database = await createTestDatabase(migrateDatabase)
  nodes = Nodes.open(database.url)
})
afterAll(async () => {
  await nodes.close()
  await database.drop()
  await rm(folder, { recursive: true })
})

const dice = new Dice(7)
const schedule = new Schedule(epochMs(Date.parse('2026-11-20T11:00:00Z')))
const witness = new Witness(schedule)

async function pairedTablet(name: string, shop: SimShop): Promise<SimTablet> {
  const tablet = new SimTablet({ name, schedule, dice: dice.fork(), nodes, witness, shop })
  tablet.line.weather = 'fine'
  await tablet.paired(await shop.pair())
  await schedule.pass(5 * SECOND)
  return tablet
}

/** Sign-ons right and wrong, stamps, punches, an undo; each tablet has cards of its own. */
async function work(tablet: SimTablet, nth: number, shop: SimShop): Promise<void> {
  const [person, card] = [shop.people[nth % shop.people.length], shop.cards[nth]]
  if (person === undefined || card === undefined) throw new Error('the shop is too small')
  const deeds = [
    () => tablet.signOn(person, true),
    () => tablet.stamp(card),
    () => tablet.stamp(card),
    () => tablet.punch(),
    () => tablet.undo(),
    () => tablet.signOn(person, false),
    () => tablet.signOff(),
  ]
  for (const deed of deeds) {
    void deed()
    await schedule.pass(4 * SECOND)
  }
  // Far from whatever is told to the clock next.
  await schedule.pass(90 * SECOND)
}

/** What each operation came to, by the disks of the tablets. */
function verdictsOn(tablets: readonly SimTablet[]): Map<Id, string> {
  const rows = tablets.flatMap(({ storage }) => [...storage.disk.outbox.values()])
  return new Map(rows.map(({ id, verdict }) => [id, `${verdict?.status} ${verdict?.code}`]))
}

async function balances(shop: SimShop) {
  const { db } = shop.deps
  const cards = db.selectFrom('card').select(['id', 'stamps', 'last_stamp_at']).orderBy('id')
  const punches = db.selectFrom('punch').select(['op_id', 'action', 'voided']).orderBy('op_id')
  return { cards: await cards.execute(), punches: await punches.execute() }
}

test('servers set back by an hour are healed by the tablets alone: same verdicts, same balances', async () => {
  nodes.follow({ now: () => schedule.now, newId: () => idAt(schedule.now, dice) })
  const shop = await SimShop.open(nodes.all[0], dice.fork())
  const tablets = [await pairedTablet('one', shop), await pairedTablet('two', shop)]
  for (const [nth, tablet] of tablets.entries()) await work(tablet, nth, shop)

  const file = join(folder, 'old.backup.gz')
  await writeBackup({ url: database.url, file, secret: SECRET, now: schedule.now })
  tablets.push(await pairedTablet('paired after the backup', shop))
  for (const [nth, tablet] of tablets.entries()) await work(tablet, nth, shop)
  for (const tablet of tablets) tablet.kill()
  await schedule.pass(HOUR)
  const [verdicts, before] = [verdictsOn(tablets), await balances(shop)]
  expect(verdicts.size).toBeGreaterThan(30)
  expect(new Set(verdicts.values()).size).toBeGreaterThan(2)

  await nodes.whileStopped(async () => {
    const order = { url: database.url, file, secret: SECRET, force: true, now: schedule.now }
    const [ledger] = await restoreBackup(order)
    expect(ledger?.n).toBeLessThan(verdicts.size)
  })
  // What is spoken anew may say LATE; what the tablets hold is compared below.
  witness.verdicts.clear()
  for (const tablet of tablets) tablet.boot()
  await schedule.pass(2 * MINUTE)
  const young = tablets[2]
  if (young === undefined) throw new Error('no third tablet')
  expect(young.identity?.state).toBe('expired')
  await young.paired(await shop.pair())
  await schedule.pass(2 * MINUTE)

  expect(verdictsOn(tablets)).toEqual(verdicts)
  expect(await balances(shop)).toEqual(before)
  for (const tablet of tablets) tablet.page?.engine.hint()
  await schedule.pass(MINUTE)
  for (const tablet of tablets) tablet.kill()
  await check(shop, tablets, witness)
  expect(witness.faults).toEqual([])
  const merchant = forMerchant(shop.deps.db, shop.merchant_id)
  expect((await verifyLedger(merchant, shop.merchant_id)).difference).toBeUndefined()
})
