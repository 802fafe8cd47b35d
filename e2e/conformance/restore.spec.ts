/** A server set back to an old backup, and the tablets that know what happened since. */
import { join } from 'node:path'
import { statusAndCode } from '../harness/answer'
import { counterfoil } from '../harness/cli'
import { ProductServer } from '../harness/server'
import { TabletClient } from '../harness/tablet-client'
import type { Op, PairingAnswer, PushAnswer, Verdict } from '../harness/wire'
import { expect, must, PIN, Shop, test, type Thing, WRONG_PIN } from './world'

test.describe.configure({ timeout: 120_000 })

/** What a tablet keeps for fourteen days: all it sent, and what it was answered. */
class Keeper {
  readonly sent: Op[] = []
  readonly heard = new Map<string, Verdict>()
  constructor(readonly tablet: TabletClient) {}

  async push(...ops: readonly Op[]): Promise<void> {
    this.sent.push(...ops)
    const { verdicts } = must(await this.tablet.push(ops), 200)
    for (const verdict of verdicts) this.heard.set(verdict.id, verdict)
  }

  /** Sends whatever the server says it lacks, by another tablet if this one may not speak any more. */
  async heal(by: TabletClient = this.tablet): Promise<Verdict[]> {
    const { device, incarnation } = this.tablet.identity
    const from = by === this.tablet ? {} : { recovered_from: { device_id: device.id, incarnation } }
    const { last_seq, missing } = must<PushAnswer>(await by.push([], from), 200)
    expect(missing).toEqual([])
    const lacking = this.sent.filter(({ seq }) => seq > last_seq)
    return lacking.length === 0 ? [] : [...must(await by.push(lacking, from), 200).verdicts]
  }

  /** The verdicts on these as they were given first. */
  first(verdicts: readonly Verdict[]): (Verdict | undefined)[] {
    return verdicts.map(({ id }) => this.heard.get(id))
  }
}

/** A verdict without what says when it arrived. */
const timeless = (verdicts: readonly (Verdict | undefined)[]) =>
  verdicts.map((verdict) => ({
    ...verdict,
    flags: verdict?.flags.filter((flag) => flag !== 'LATE' && flag !== 'RECOVERED'),
  }))

async function stampsOn(shop: Shop, cards: readonly Thing[]): Promise<number[]> {
  const found: number[] = []
  for (const { id } of cards) {
    const path = `/merchant/cards/${id}`
    const answer = must(await shop.owner.get<{ card: { stamps: number } }>(path), 200)
    found.push(answer.card.stamps)
  }
  return found
}

test('it is healed: same verdicts, same balances; no copy and no operation of a lost future stays', async () => {
  const server = await ProductServer.start({ database: 'embedded' })
  try {
    const shop = await Shop.open(server, 'owner@harbour.example')
    const [program, person] = [await shop.program(), await shop.person()]
    const cards = await Promise.all([1, 2, 3, 4].map(() => shop.card(program)))
    const [a, b, c, d] = cards.map(({ token }) => ({ card_token: token }))
    const old = new Keeper(await shop.tablet())
    const twice = await shop.tablet()
    const start = await old.tablet.signOn(person.id, PIN)
    await old.push(start, old.tablet.op('loyalty.stamp', a))

    const file = join(server.setting.dataDir, 'old.backup.gz')
    expect(await counterfoil(server, 'backup', file)).toMatchObject({ code: 0 })

    // What the backup does not know: stamps, an undo, wrong PINs, a new tablet, a new pairing.
    const stamp = old.tablet.op('loyalty.stamp', b, { sign_on: start.id })
    const undo = { op_id: stamp.id, reason: 'slip' }
    await old.push(stamp, old.tablet.op('loyalty.stamp', b, { sign_on: start.id }))
    await old.push(
      await old.tablet.signOn(person.id, WRONG_PIN),
      old.tablet.op('op.void', undo, { sign_on: start.id }),
      old.tablet.op('loyalty.stamp', b),
    )
    const young = new Keeper(await shop.tablet())
    await young.push(young.tablet.op('loyalty.stamp', c), young.tablet.op('loyalty.stamp', c))
    const again = `/merchant/devices/${twice.identity.device.id}/pairing`
    const { pairing } = must(await shop.owner.post<PairingAnswer>(again), 201)
    const repaired = new Keeper(await TabletClient.pair(pairing))
    must(await repaired.tablet.claim(), 200)
    await repaired.push(repaired.tablet.op('loyalty.stamp', d))
    const future = await old.tablet.pullAll()
    const all = cards.map(({ card }) => card)
    const before = await stampsOn(shop, all)

    await server.stop()
    expect(await counterfoil(server, 'restore', file, '--force')).toMatchObject({ code: 0 })
    await server.boot()
    const now = await Shop.open(server, 'owner@harbour.example')

    expect(must(await old.tablet.pull(future.cursor), 200).reset).toBe(true)
    const healed = await old.heal()
    expect(healed.map(({ seq }) => seq)).toEqual([3, 4, 5, 6, 7])
    expect(timeless(healed)).toEqual(timeless(old.first(healed)))

    // These two are told to pair again; whatever row they get then, what they held is taken.
    for (const { tablet } of [young, repaired]) {
      expect(statusAndCode(await tablet.push([]))).toBe('401 TOKEN_INVALID')
    }
    const helper = await now.tablet()
    const third = must(await now.owner.post<PairingAnswer>(again), 201)
    const successor = await TabletClient.pair(third.pairing)
    const { incarnation } = must(await successor.claim(), 200)
    expect(incarnation).toBeGreaterThan(repaired.tablet.identity.incarnation)
    for (const [keeper, by] of [
      [young, helper],
      [repaired, successor],
    ] as const) {
      const verdicts = await keeper.heal(by)
      expect(verdicts).toHaveLength(keeper.sent.length)
      expect(timeless(verdicts)).toEqual(timeless(keeper.first(verdicts)))
      expect(await keeper.heal(by)).toEqual([])
    }
    expect(await stampsOn(now, all)).toEqual(before)
    expect((await counterfoil(server, 'ledger', 'verify')).output).toMatch(
      /^Harbour Coffee: whole, .*\nRival Books: whole, .*\n$/,
    )
  } finally {
    await server.close()
  }
})
