/** Exactly once across two nodes, and nothing lost or doubled by `kill -9`. */
import { statusAndCode, type Answer } from '../harness/answer'
import { signalEmbeddedPostgres } from '../harness/embedded-postgres'
import { ProductServer } from '../harness/server'
import { setUp, setupLinkOf } from '../harness/setup'
import type { TabletClient } from '../harness/tablet-client'
import type { Op, PushAnswer, Verdict } from '../harness/wire'
import { expect, must, outcome, Shop, test, verdicts, PIN, WRONG_PIN } from './world'

test.describe.configure({ timeout: 120_000 })

interface Entry {
  readonly n: number
  readonly op_id: string | null
  readonly prev_hash: string
  readonly hash: string
}

/** The merchant's whole ledger, oldest first, with its chain and numbering checked. */
async function soundLedger(shop: Shop): Promise<Entry[]> {
  const entries = (await shop.owner.all<Entry>('/merchant/ledger')).sort((a, b) => a.n - b.n)
  // One look at all of them: the runner keeps each expectation, and searches them for the next.
  expect(entries.map(({ n }) => n)).toEqual(entries.map((_, index) => index + 1))
  expect(entries.slice(1).map(({ prev_hash }) => prev_hash)).toEqual(
    entries.slice(0, -1).map(({ hash }) => hash),
  )
  const causes = entries.flatMap(({ op_id }) => op_id ?? [])
  expect(new Set(causes).size).toBe(causes.length)
  return entries
}

/** Pushes until the server answers, as a tablet does; a dropped connection is just another try. */
async function pushStubbornly(tablet: TabletClient, ops: readonly Op[]): Promise<Verdict[]> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const answer: Answer<PushAnswer> | undefined = await tablet.push(ops).catch(() => undefined)
    if (answer?.status === 200) return [...answer.body.verdicts]
    // No answer at all, or one that says to come back.
    if (answer !== undefined) {
      expect(statusAndCode(answer), answer.text).toBe('503 UNAVAILABLE')
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    }
    await new Promise((next) => setTimeout(next, 50))
  }
  throw new Error('no answer within 600 attempts')
}

test('one batch in flight to two nodes at once takes effect once', async ({ server, harbour }) => {
  const sibling = await server.startSibling()
  try {
    const program = await harbour.program({ cooldown_minutes: 0, daily_limit: 1000 })
    const { card, token } = await harbour.card(program)
    const here = await harbour.tablet()
    for (let round = 0; round < 10; round += 1) {
      const ops = Array.from({ length: 20 }, () => here.op('loyalty.stamp', { card_token: token }))
      const answers = await Promise.all(
        [server.origin, sibling.origin, server.origin, sibling.origin].map((origin) => {
          here.origin = origin
          return here.push(ops)
        }),
      )
      const all = answers.map((answer) => must(answer, 200).verdicts)
      expect(all[0]?.map(outcome)).toEqual(ops.map(() => 'accepted'))
      for (const one of all) expect(one).toEqual(all[0])
    }
    const path = `/merchant/cards/${card.id}`
    const after = must(await harbour.owner.get<{ card: { stamps: number } }>(path), 200)
    expect(after.card.stamps).toBe(200)
    await soundLedger(harbour)
  } finally {
    await sibling.close()
  }
})

test('revocation and lockout on one node hold on the other at once', async ({
  server,
  harbour,
}) => {
  const sibling = await server.startSibling()
  try {
    const person = await harbour.person()
    const tablet = await harbour.tablet()
    const guesses: Op[] = []
    for (let n = 0; n < 12; n += 1) guesses.push(await tablet.signOn(person.id, WRONG_PIN))
    const answers = await Promise.all(
      guesses.map((op, index) => {
        tablet.origin = index % 2 === 0 ? server.origin : sibling.origin
        return tablet.push([op])
      }),
    )
    const codes = answers.flatMap((answer) => must(answer, 200).verdicts.map(outcome))
    expect(codes.filter((code) => code === 'PIN_WRONG')).toHaveLength(5)
    tablet.origin = sibling.origin
    const [locked] = await verdicts(tablet, [await tablet.signOn(person.id, PIN)])
    expect(locked?.code).toBe('STAFF_LOCKED')

    const revoke = `/merchant/devices/${tablet.identity.device.id}/revoke`
    must(await harbour.owner.post(revoke, { reason: 'stolen' }), 200)
    expect(statusAndCode(await tablet.pull())).toBe('401 TERMINAL_DEVICE_REVOKED')
  } finally {
    await sibling.close()
  }
})

test('live streams hear on every node, and end on every node when their tablet is revoked', async ({
  server,
  harbour,
}) => {
  const sibling = await server.startSibling()
  try {
    const [here, there] = [await harbour.tablet(), await harbour.tablet()]
    there.origin = sibling.origin
    const heard = new Map<TabletClient, number>([
      [here, 0],
      [there, 0],
    ])
    const ended = [here, there].map(async (tablet) => {
      for await (const event of tablet.live(new AbortController().signal)) {
        if (event === 'change') heard.set(tablet, (heard.get(tablet) ?? 0) + 1)
      }
    })
    // A change may be made before a stream is open: they are made until both have heard of one.
    const changed = async () => {
      await harbour.program()
      return Math.min(...heard.values())
    }
    await expect.poll(changed, { intervals: [300] }).toBeGreaterThan(0)
    for (const { identity } of [here, there]) {
      const revoke = `/merchant/devices/${identity.device.id}/revoke`
      must(await harbour.owner.post(revoke, { reason: 'stolen' }), 200)
    }
    await Promise.all(ended)
    expect(statusAndCode(await there.pull())).toBe('401 TERMINAL_DEVICE_REVOKED')
  } finally {
    await sibling.close()
  }
})

/** Once so many batches are answered, this is killed; PostgreSQL by its fast and immediate stop. */
const BLOWS = {
  shared: [
    [2, 'server'],
    [8, 'server'],
    [15, 'server'],
  ],
  embedded: [
    [2, 'server'],
    [6, 'SIGINT'],
    [10, 'SIGQUIT'],
    [14, 'SIGKILL'],
    [18, 'server'],
  ],
} as const

type Blow = (typeof BLOWS)[keyof typeof BLOWS][number][1]

const OWNER = 'owner@harbour.example'

async function foundShop(server: ProductServer): Promise<void> {
  const made = { email: OWNER, password: server.demoPassword }
  expect((await setUp(server, await setupLinkOf(server), made)).status).toBe(303)
}

/** What comes down once so many batches are answered. */
class Milestone {
  readonly reached: Promise<void>
  pass: () => void = () => undefined

  constructor(
    readonly after: number,
    readonly blow: Blow,
  ) {
    this.reached = new Promise((done) => {
      this.pass = done
    })
  }
}

for (const database of ['shared', 'embedded'] as const) {
  const blows = BLOWS[database]
  test(`killed in the middle of pushing, nothing is lost or doubled (${database} database)`, async () => {
    // A demo takes its time to make; where none lies ready, a merchant of its own is enough.
    const server = await ProductServer.start({ database, demo: database === 'shared' })
    try {
      if (database === 'embedded') await foundShop(server)
      const shop = await Shop.open(server, OWNER)
      const program = await shop.program({ cooldown_minutes: 0, daily_limit: 1000 })
      const tablets = await Promise.all([shop.tablet(), shop.tablet(), shop.tablet()])
      const cards = await Promise.all(tablets.map(() => shop.card(program)))
      const batches = tablets.map((tablet, index) =>
        Array.from({ length: 8 }, () =>
          Array.from({ length: 60 }, () =>
            tablet.op('loyalty.stamp', { card_token: cards[index]?.token ?? '' }),
          ),
        ),
      )
      const milestones = blows.map(([after, blow]) => new Milestone(after, blow))
      let answered = 0
      const pushing = Promise.all(
        tablets.map(async (tablet, index) => {
          const first: Verdict[] = []
          for (const batch of batches[index] ?? []) {
            first.push(...(await pushStubbornly(tablet, batch)))
            answered += 1
            milestones.find(({ after }) => after === answered)?.pass()
          }
          return first
        }),
      )
      for (const { blow, reached } of milestones) {
        await Promise.race([reached, pushing])
        if (blow === 'server') {
          await server.kill9()
          await server.boot()
        } else await signalEmbeddedPostgres(server.setting.dataDir, blow)
      }
      const first = await pushing
      for (const [index, tablet] of tablets.entries()) {
        const ops = batches[index]?.flat() ?? []
        expect(first[index]?.map(outcome)).toEqual(ops.map(() => 'accepted'))
        expect(await verdicts(tablet, ops)).toEqual(first[index])
        const path = `/merchant/cards/${cards[index]?.card.id}`
        const after = must(await shop.owner.get<{ card: { stamps: number } }>(path), 200)
        expect(after.card.stamps).toBe(ops.length)
      }
      await soundLedger(shop)
    } finally {
      await server.close()
    }
  })
}

test('SIGTERM answers what is in flight and stops within ten seconds', async () => {
  const server = await ProductServer.start()
  try {
    const shop = await Shop.open(server, OWNER)
    const tablet = await shop.tablet()
    const live = new AbortController()
    const watching = (async () => {
      for await (const _ of tablet.live(live.signal)) continue
    })().catch(() => undefined)
    const { token } = await shop.card(await shop.program())
    const op = tablet.op('loyalty.stamp', { card_token: token })
    const answer = tablet.push([op])
    await new Promise((next) => setTimeout(next, 5))
    const start = performance.now()
    const [pushed] = await Promise.all([answer.catch(() => undefined), server.stop()])
    expect(performance.now() - start).toBeLessThan(10_000)
    await server.boot()
    const [again] = await verdicts(tablet, [op])
    expect(again?.status).toBe('accepted')
    if (pushed?.status === 200) expect([again]).toEqual(pushed.body.verdicts)
    live.abort()
    await watching
  } finally {
    await server.close()
  }
})
