import type { Job } from '@counterfoil/domain'
import { changeSchema, ENDPOINTS, type PullAnswer, pullAnswerSchema } from '@counterfoil/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publish } from './feed'
import { enterLane } from './lane'
import { decodePullCursor, encodePullCursor } from './pull-cursor'
import { pullPage } from './pull.query'
import { type Puller, pullerOf } from './puller'
import { IngestShop, type IngestTablet } from './testing'

let shop: IngestShop
beforeAll(async () => {
  shop = await IngestShop.open()
})
afterAll(() => shop.close())

function pullerFor({ sender }: IngestTablet, job: Job = 'loyalty'): Puller {
  return pullerOf({ ...sender, jobs: [job], store: { ...sender.store, code: 'X' } })
}

async function pull(puller: Puller, cursor?: string, limit = 500): Promise<PullAnswer> {
  const { crypto, db } = shop.server.deps
  const from = decodePullCursor(crypto, puller, cursor)
  const page = await pullPage(db, puller, { from, limit, now: shop.now() })
  const { position, changes, doors, clock, unnoted: _, ...rest } = page
  return pullAnswerSchema.parse({
    ...rest,
    ...(doors === null ? {} : { doors: JSON.parse(doors) as unknown }),
    ...(clock === null ? {} : { clock: JSON.parse(clock) as unknown }),
    cursor: encodePullCursor(crypto, puller, position),
    server_time: new Date(shop.now()).toISOString(),
    changes: JSON.parse(`[${changes}]`),
  })
}

test('the first pull is a start with everything; the next has nothing; what changes comes once', async () => {
  const tablet = await shop.tablet()
  const program = await shop.program()
  const card = await shop.card(program)
  const puller = pullerFor(tablet)
  const first = await pull(puller)
  expect(first).toMatchObject({ reset: true, more: false })
  const names = first.changes.map(({ entity, id }) => `${entity} ${id}`)
  expect(names).toContain(`card ${card.id}`)
  expect(names).toContain(`program ${program}`)
  expect(names).toContain(`device ${tablet.sender.device_id}`)
  expect(names).toContain(`settings ${shop.merchant_id}`)
  expect(names.filter((name) => name.startsWith('device'))).toHaveLength(1)
  expect(await pull(puller, first.cursor)).toMatchObject({ reset: false, changes: [] })
  const op = tablet.stamp(card.token)
  await tablet.push([op])
  const next = await pull(puller, first.cursor)
  expect(next.changes).toHaveLength(1)
  const at = new Date(shop.now()).toISOString()
  expect(next.changes[0]).toMatchObject({
    id: card.id,
    data: { stamps: 1, recent: [{ op_id: op.id, at, count: 1 }] },
  })
})

test('small pages add up to one large one', async () => {
  const puller = pullerFor(await shop.tablet())
  const whole = await pull(puller, undefined, 5000)
  const seen: string[] = []
  let cursor: string | undefined
  for (let more = true; more;) {
    const page = await pull(puller, cursor, 2)
    expect(page.reset).toBe(cursor === undefined)
    seen.push(...page.changes.map(({ id }) => id))
    ;({ more, cursor } = page)
  }
  expect(seen).toEqual(whole.changes.map(({ id }) => id))
  expect(cursor).toBe(whole.cursor)
})

test('a tablet without loyalty gets no cards; when its jobs change it starts anew', async () => {
  const tablet = await shop.tablet()
  const clock = await pull(pullerFor(tablet, 'clock'))
  const entities = new Set(clock.changes.map(({ entity }) => entity))
  expect(entities.has('staff') || entities.has('settings')).toBe(true)
  expect([...entities]).not.toContain('card')
  expect([...entities]).not.toContain('program')
  const loyalty = await pull(pullerFor(tablet), clock.cursor)
  expect(loyalty.reset).toBe(true)
  expect(loyalty.changes.map(({ entity }) => entity)).toContain('card')
})

test('whoever works at the doors hears of every other door, and when it was last drained', async () => {
  const [north, counter] = [await shop.tablet(['door'], 'North door'), await shop.tablet()]
  expect((await pull(pullerFor(counter))).doors).toBeUndefined()
  const { device_id: id } = north.sender
  const { doors: unpaired = [] } = await pull(pullerFor(north, 'door'))
  expect(unpaired.some((one) => one.id === id)).toBe(false)
  const drained_at = '2026-11-20T19:41:00.123Z'
  const paired = { claimed_at: '2026-11-20T18:00:00.000Z', drained_at }
  const { db } = shop.server.deps
  await db.updateTable('device').set(paired).where('id', '=', id).execute()
  const { doors = [] } = await pull(pullerFor(north, 'door'))
  expect(doors).toContainEqual({ id, label: 'North door', drained_at })
  expect(doors.some((one) => one.id === counter.sender.device_id)).toBe(false)
})

test('another pairing, or a feed that was put back, starts anew', async () => {
  const puller = pullerFor(await shop.tablet())
  const { cursor } = await pull(puller)
  expect(await pull({ ...puller, incarnation: 2 }, cursor)).toMatchObject({ reset: true })
  const { db } = shop.server.deps
  const head = db.updateTable('merchant_head').where('merchant_id', '=', shop.merchant_id)
  await head.set(({ eb }) => ({ feed_pos: eb('feed_pos', '-', 1) })).execute()
  const behind = await pull(puller, cursor)
  expect(behind.reset).toBe(true)
  await head.set(({ eb }) => ({ feed_pos: eb('feed_pos', '+', 1) })).execute()
  expect(await pull(puller, cursor)).toMatchObject({ reset: false })
  await head.set(({ eb }) => ({ feed_epoch: eb('feed_epoch', '+', 1) })).execute()
  expect(await pull(puller, cursor)).toMatchObject({ reset: true })
})

test.each(['ledger_entry', 'audit'] as const)(
  'a cursor of a future that the %s does not have starts anew, though nobody told of the restore',
  async (book) => {
    const { db } = shop.server.deps
    const tablet = await shop.tablet()
    const puller = pullerFor(tablet)
    const kept = await pull(puller)
    // The future that is lost: a stamp, or a change by a person.
    const card = book === 'ledger_entry' ? await shop.freeCard() : undefined
    const early = await pull(puller)
    const head = db.updateTable('merchant_head').where('merchant_id', '=', shop.merchant_id)
    const before = await db
      .selectFrom('merchant_head')
      .select(['ledger_n', 'ledger_hash'])
      .where('merchant_id', '=', shop.merchant_id)
      .executeTakeFirstOrThrow()
    if (card === undefined) await shop.program()
    else await tablet.push([tablet.stamp(card.token)])
    const lost = await pull(puller)
    expect(await pull(puller, lost.cursor)).toMatchObject({ reset: false })
    await shop.server.superuser.connection().execute(async (one) => {
      await sql`set session_replication_role = 'replica'`.execute(one)
      const last =
        book === 'audit'
          ? sql`(id) = (select max(id::text)::uuid from audit)`
          : sql`n = (select max(n) from ledger_entry)`
      await sql`delete from ${sql.table(book)} where merchant_id = ${shop.merchant_id} and ${last}`.execute(
        one,
      )
      await sql`reset session_replication_role`.execute(one)
    })
    await head.set(before).execute()
    expect(await pull(puller, lost.cursor)).toMatchObject({ reset: true })
    // What was pulled before the backup goes on as if nothing had happened.
    for (const { cursor } of [kept, early]) {
      expect(await pull(puller, cursor)).toMatchObject({ reset: false })
    }
  },
)

test('tampered and foreign cursors are refused', async () => {
  const [one, other] = [pullerFor(await shop.tablet()), pullerFor(await shop.tablet())]
  const { cursor } = await pull(one)
  const flipped = (cursor.startsWith('A') ? 'B' : 'A') + cursor.slice(1)
  for (const bad of [`${cursor}x`, flipped, '0', cursor.slice(2)]) {
    await expect(pull(one, bad)).rejects.toMatchObject({ code: 'CURSOR_INVALID' })
  }
  await expect(pull(other, cursor)).rejects.toMatchObject({ code: 'CURSOR_INVALID' })
})

test('no committed change is skipped while eight write and one reads', async () => {
  const { db } = shop.server.deps
  const puller = pullerFor(await shop.tablet())
  const template = await pull(puller)
  const program = template.changes.find(({ entity }) => entity === 'program')
  if (program?.entity !== 'program' || program.data === null) throw new Error('no program')
  const { data } = program
  const made: string[] = []
  let writing = true
  const writer = async (): Promise<void> => {
    for (let n = 0; n < 25; n += 1) {
      const id = shop.server.deps.newId()
      await db.transaction().execute(async (trx) => {
        // Some take the lane first, some only when they publish.
        if (n % 2 === 0) await enterLane(trx, shop.merchant_id)
        await publish(trx, shop.merchant_id, [{ entity: 'program', id, data: { ...data, id } }])
      })
      made.push(id)
    }
  }
  const seen = new Set<string>()
  const reader = async (): Promise<void> => {
    let { cursor } = template
    for (let last = false; !last;) {
      last = !writing
      for (let more = true; more;) {
        const page = await pull(puller, cursor, 3)
        for (const { id } of page.changes) seen.add(id)
        ;({ more, cursor } = page)
      }
    }
  }
  const reading = reader()
  await Promise.all(Array.from({ length: 8 }, writer))
  writing = false
  await reading
  expect(made.filter((id) => !seen.has(id))).toEqual([])
  expect(made).toHaveLength(200)
  const { feed_pos } = await db
    .selectFrom('merchant_head')
    .select('feed_pos')
    .where('merchant_id', '=', shop.merchant_id)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('feed')
    .select('pos')
    .where('merchant_id', '=', shop.merchant_id)
    .orderBy('pos', 'desc')
    .limit(200)
    .execute()
  expect(rows.map(({ pos }) => pos)).toEqual(rows.map((_, index) => feed_pos - index))
})

test('of two changes of one thing the later wins', async () => {
  const puller = pullerFor(await shop.tablet())
  const before = await pull(puller)
  const { db, newId } = shop.server.deps
  const id = newId()
  const found = before.changes.find(({ entity }) => entity === 'program')
  const change = changeSchema.parse({ ...found, id })
  if (change.entity !== 'program') throw new Error('no program')
  await db
    .transaction()
    .execute((trx) =>
      publish(trx, shop.merchant_id, [change, { entity: 'program', id, data: null }]),
    )
  const { changes } = await pull(puller, before.cursor)
  expect(changes).toEqual([{ entity: 'program', id, data: null }])
})

test('what is one tablet’s own, no other is told', async () => {
  const [mine, other] = [await shop.tablet(), await shop.tablet()]
  const [own, foreign] = [await pull(pullerFor(mine)), await pull(pullerFor(other))]
  const { db, newId } = shop.server.deps
  const id = newId()
  const resolved_at = new Date(shop.now()).toISOString()
  const data = { op_id: id, action: 'accept', resolved_at, detail: {} } as const
  const { device_id } = mine.sender
  const change = { entity: 'verdict', id, data, device_id } as const
  await db.transaction().execute((trx) => publish(trx, shop.merchant_id, [change]))
  expect((await pull(pullerFor(mine), own.cursor)).changes).toMatchObject([{ id, data }])
  expect((await pull(pullerFor(other), foreign.cursor)).changes).toEqual([])
})

test('the route answers what the contract says, to a user of the store too', async () => {
  const headers = { 'counterfoil-store': shop.shop.store.code }
  const answer = await shop.shop.as('viewer', ENDPOINTS.pull, { headers })
  expect(answer.status).toBe(200)
  expect(pullAnswerSchema.parse(answer.body).reset).toBe(true)
})
