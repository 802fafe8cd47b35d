/** Answers that get lost on the way: whatever the tablet saw, the second try tells the truth. */
import { FaultyProxy } from '../harness/faulty-proxy'
import { expect, must, outcome, test, verdicts } from './world'

test('an answer cut at any byte changes nothing about the batch', async ({ server, harbour }) => {
  const proxy = await FaultyProxy.open(server.origin)
  try {
    const tablet = await harbour.tablet()
    const program = await harbour.program({ cooldown_minutes: 0, daily_limit: 1000 })
    const { card, token } = await harbour.card(program)
    const places = [0, 1, 15, 100, 200, 400, 800]
    for (const bytes of places) {
      const op = tablet.op('loyalty.stamp', { card_token: token })
      proxy.fault = { kind: 'cut', bytes }
      tablet.origin = proxy.origin
      await tablet.push([op]).catch(() => undefined)
      tablet.origin = server.origin
      const [verdict] = await verdicts(tablet, [op])
      expect(verdict && outcome(verdict), `${bytes} bytes`).toBe('accepted')
      expect(await verdicts(tablet, [op])).toEqual([verdict])
    }
    expect(proxy.cuts).toBeGreaterThan(0)
    const path = `/merchant/cards/${card.id}`
    const after = must(await harbour.owner.get<{ card: { stamps: number } }>(path), 200)
    expect(after.card.stamps).toBe(places.length)
  } finally {
    await proxy.close()
  }
})
